package io.remit.gateway;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.doNothing;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.times;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.verifyNoInteractions;
import static org.mockito.Mockito.when;

import io.remit.contact.DeliveryReport;
import io.remit.contact.DeliveryReport.Result;
import io.remit.contact.channel.MessageChannel;
import io.remit.contact.conversation.RobotCallResult;
import io.remit.contact.conversation.RobotCallResult.AnsweredBy;
import io.remit.contact.conversation.RobotCallResult.Outcome;
import io.remit.contact.conversation.RobotCalls;
import io.remit.contact.dispatch.DeliveryReports;
import io.remit.contact.incoming.IncomingText;
import io.remit.contact.incoming.IncomingTexts;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import org.camunda.bpm.spring.boot.starter.CamundaBpmAutoConfiguration;
import org.camunda.bpm.spring.boot.starter.webapp.CamundaBpmWebappAutoConfiguration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.context.bean.override.mockito.MockitoBean;

/** What is taken of the call-backs of gateways, and what is not; over HTTP, with a database, without the engine. */
@SpringBootTest(classes = CallbackTest.Gateways.class, webEnvironment = WebEnvironment.RANDOM_PORT, properties = {
    "remit.channels.sms=http", "remit.http-sms.url=http://127.0.0.1:1",
    "remit.http-sms.callback-secrets=" + CallbackTest.SMS_SECRET + "," + CallbackTest.NEXT_SMS_SECRET,
    "remit.channels.robot-call=http", "remit.robot.url=http://127.0.0.1:1",
    "remit.robot.callback-secrets=" + CallbackTest.ROBOT_SECRET})
@Tag("long")
@ActiveProfiles("test")
@ExtendWith(OutputCaptureExtension.class)
class CallbackTest {

  static final String SMS_SECRET = "secret-of-the-sms-gateway-number-1";
  static final String NEXT_SMS_SECRET = "secret-of-the-sms-gateway-number-2";
  static final String ROBOT_SECRET = "secret-of-the-voice-robot-number-1";

  private static final String STATUS = "/gateway/sms/status";
  private static final String INCOMING = "/gateway/sms/incoming";
  private static final String RESULTS = "/gateway/robot/results";
  private static final String EVENT =
      "{\"id\":\"sms-1\",\"status\":\"DELIVERED\",\"at\":\"2026-03-01T13:00:00+01:00\"}";
  private static final String EVENTS = "{\"events\":[" + EVENT + "]}";
  private static final DeliveryReport DELIVERED = new DeliveryReport("http-sms", "sms-1", Result.DELIVERED, false, null,
      Instant.parse("2026-03-01T12:00:00Z"));

  /**
   * The gateways alone, at a time of the application that is not the machine's. It is no {@code @Configuration}: the
   * applications that other tests start would find it.
   */
  @EnableAutoConfiguration(exclude = {CamundaBpmAutoConfiguration.class, CamundaBpmWebappAutoConfiguration.class})
  @ConfigurationPropertiesScan({"io.remit.gateway.http", "io.remit.gateway.robot"})
  @ComponentScan({"io.remit.gateway.callback", "io.remit.gateway.http", "io.remit.gateway.robot", "io.remit.node"})
  static class Gateways {

    @Bean
    Clock clock() {
      return Clock.fixed(Instant.parse("2007-09-03T09:00:00Z"), ZoneOffset.UTC);
    }
  }

  @LocalServerPort
  private int port;
  @Autowired
  private JdbcClient jdbc;
  @Autowired
  private List<MessageChannel> channels;
  @MockitoBean
  private DeliveryReports reports;
  @MockitoBean
  private IncomingTexts texts;
  @MockitoBean
  private RobotCalls calls;

  private Caller gateway;
  private Caller robot;

  @BeforeEach
  void begin() {
    jdbc.sql("delete from gateway_callback").update();
    gateway = new Caller(port, SMS_SECRET);
    robot = new Caller(port, ROBOT_SECRET);
    when(calls.receive(any())).thenReturn(true);
  }

  private long remembered() {
    return jdbc.sql("select count(*) from gateway_callback").query(Long.class).single();
  }

  private static String secondsFromNow(long seconds) {
    return String.valueOf(Instant.now().plusSeconds(seconds).getEpochSecond());
  }

  @Test
  void bothGatewaysAreThereUnderTheirNames() {
    assertThat(channels).extracting(MessageChannel::name).containsExactlyInAnyOrder("http-sms", "robot");
  }

  @Test
  void aSignedReportIsTakenWithoutLoginOrSession() {
    HttpResponse<String> answer = gateway.post(STATUS, EVENTS);

    assertThat(answer.statusCode()).isEqualTo(202);
    assertThat(answer.headers().allValues("Set-Cookie")).isEmpty();
    verify(reports).receive(DELIVERED);
  }

  @Test
  void allEventsOfACallbackAreTakenWhateverTheirTimeZone() {
    gateway.post(STATUS, """
        {"events": [
          {"id": "sms-2", "status": "FAILED", "code": "invalid-number", "at": "2026-03-01T02:00:00-10:00"},
          {"id": "sms-3", "status": "FAILED", "code": "expired", "at": "2026-03-02T00:00:00+12:00", "more": 1},
          {"id": "sms-4", "status": "DELIVERED", "code": null, "at": "2026-03-01T12:00:00.5Z"}]}""");

    Instant noon = Instant.parse("2026-03-01T12:00:00Z");
    verify(reports).receive(new DeliveryReport("http-sms", "sms-2", Result.FAILED, true, "invalid-number", noon));
    verify(reports).receive(new DeliveryReport("http-sms", "sms-3", Result.FAILED, false, "expired", noon));
    verify(reports).receive(
        new DeliveryReport("http-sms", "sms-4", Result.DELIVERED, false, null, noon.plusMillis(500)));
  }

  @Test
  void whileTheSecretIsChangedBothAreTaken() {
    assertThat(gateway.post(STATUS, EVENTS).statusCode()).isEqualTo(202);
    assertThat(new Caller(port, NEXT_SMS_SECRET).post(STATUS, EVENTS).statusCode()).isEqualTo(202);
  }

  @Test
  void whatAnotherSignedIsNotTaken(CapturedOutput output) {
    HttpResponse<String> answer = robot.post(STATUS, EVENTS);

    assertRefused(answer, 401, "signature");
    assertThat(answer.headers().firstValue("WWW-Authenticate")).isPresent();
    assertThat(output).contains("A call-back to /gateway/sms/status was refused with 401")
        .doesNotContain(SMS_SECRET);
  }

  @Test
  void aBodyThatWasChangedIsNotTaken() {
    String now = secondsFromNow(0);
    HttpRequest.Builder changed = gateway.request(STATUS, EVENTS.replace("DELIVERED", "FAILED"))
        .header("Remit-Timestamp", now).header("Remit-Signature", gateway.signature(now, EVENTS));

    assertRefused(Caller.send(changed), 401, "signature");
  }

  @Test
  void aTimeStampThatWasChangedIsNotTaken() {
    HttpRequest.Builder changed = gateway.request(STATUS, EVENTS).header("Remit-Timestamp", secondsFromNow(0))
        .header("Remit-Signature", gateway.signature(secondsFromNow(-600), EVENTS));

    assertRefused(Caller.send(changed), 401, "signature");
  }

  @Test
  void whatIsNotSignedIsNotTaken() {
    String now = secondsFromNow(0);

    assertRefused(Caller.send(gateway.request(STATUS, EVENTS)), 401, "Remit-Timestamp");
    assertRefused(Caller.send(gateway.request(STATUS, EVENTS).header("Remit-Timestamp", now)), 401,
        "Remit-Signature");
    assertRefused(Caller.send(gateway.request(STATUS, EVENTS)
        .header("Remit-Signature", gateway.signature(now, EVENTS))), 401, "Remit-Timestamp");
  }

  @ParameterizedTest
  @ValueSource(longs = {-360, 360, -86400})
  void whatWasSignedLongAgoOrForLaterIsNotTaken(long seconds) {
    assertRefused(gateway.post(STATUS, EVENTS, secondsFromNow(seconds)), 401, "five minutes");
  }

  @ParameterizedTest
  @ValueSource(longs = {-240, 240})
  void clocksMayDifferByMinutes(long seconds) {
    assertThat(gateway.post(STATUS, EVENTS, secondsFromNow(seconds)).statusCode()).isEqualTo(202);
  }

  @ParameterizedTest
  @ValueSource(strings = {"now", "", "2026-03-01T12:00:00Z", "1e9", "99999999999999999999", "9223372036854775807"})
  void aTimeStampThatIsNoneIsNotTaken(String timestamp) {
    assertThat(gateway.post(STATUS, EVENTS, timestamp).statusCode()).isEqualTo(401);
    verifyNoInteractions(reports);
  }

  @Test
  void aCallbackThatIsReplayedIsTakenOnce() {
    String now = secondsFromNow(0);

    assertThat(gateway.post(STATUS, EVENTS, now).statusCode()).isEqualTo(202);
    HttpResponse<String> replay = gateway.post(STATUS, EVENTS, now);

    assertThat(replay.statusCode()).isEqualTo(409);
    assertThat(replay.headers().firstValue("Content-Type")).hasValue("application/problem+json");
    verify(reports, times(1)).receive(DELIVERED);
  }

  @Test
  void anEventThatIsReportedAgainUnderAFreshSignatureIsTaken() {
    gateway.post(STATUS, EVENTS, secondsFromNow(-2));

    assertThat(gateway.post(STATUS, EVENTS, secondsFromNow(-1)).statusCode()).isEqualTo(202);
  }

  @Test
  void aCallbackWhoseEffectFailedMayBeSentAgain() {
    String now = secondsFromNow(0);
    doThrow(new IllegalStateException("the database is away")).when(reports).receive(any());
    HttpResponse<String> failed = gateway.post(STATUS, EVENTS, now);
    assertThat(failed.statusCode()).isEqualTo(500);
    assertThat(failed.body()).doesNotContain("the database is away");
    assertThat(remembered()).isZero();

    doNothing().when(reports).receive(any());
    assertThat(gateway.post(STATUS, EVENTS, now).statusCode()).isEqualTo(202);
  }

  @Test
  void anythingLargerThan64KilobytesIsNotRead() {
    String body = "{\"events\":[" + EVENT + "],\"more\":\"" + "x".repeat(64 * 1024) + "\"}";

    assertRefused(gateway.post(STATUS, body), 413, "64 KB");
  }

  @Test
  void anythingLargerThan64KilobytesIsNotReadEvenIfItsLengthIsNotTold() {
    byte[] body = new byte[65 * 1024];
    HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://localhost:" + port + STATUS))
        .POST(BodyPublishers.fromPublisher(BodyPublishers.ofByteArray(body)));

    assertRefused(Caller.send(request), 413, "64 KB");
  }

  @Test
  void aBodyOf64KilobytesIsRead() {
    String start = "{\"events\":[" + EVENT + "],\"more\":\"";
    String body = start + "x".repeat(64 * 1024 - start.length() - 2) + "\"}";

    assertThat(gateway.post(STATUS, body).statusCode()).isEqualTo(202);
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', textBlock = """
      ''                                                                                        |
      []                                                                                        |
      {"events":[                                                                               |
      {"events":[]} {}                                                                          |
      {}                                                                                        | events
      {"events":null}                                                                           | events
      {"events":[]}                                                                             | events
      {"events":{}}                                                                             | events
      {"events":[1]}                                                                            | events[0]
      {"events":[{"status":"DELIVERED","at":"2026-03-01T12:00:00Z"}]}                           | events[0].id
      {"events":[{"id":"","status":"DELIVERED","at":"2026-03-01T12:00:00Z"}]}                   | events[0].id
      {"events":[{"id":7,"status":"DELIVERED","at":"2026-03-01T12:00:00Z"}]}                    | events[0].id
      {"events":[{"id":"a\\u0000","status":"DELIVERED","at":"2026-03-01T12:00:00Z"}]}           | events[0].id
      {"events":[{"id":"a","status":"delivered","at":"2026-03-01T12:00:00Z"}]}                  | events[0].status
      {"events":[{"id":"a","at":"2026-03-01T12:00:00Z"}]}                                       | events[0].status
      {"events":[{"id":"a","status":"FAILED"}]}                                                 | events[0].at
      {"events":[{"id":"a","status":"FAILED","at":"2026-03-01T12:00:00"}]}                      | events[0].at
      {"events":[{"id":"a","status":"FAILED","at":1772366400}]}                                 | events[0].at
      {"events":[{"id":"a","status":"FAILED","at":"2026-03-01T12:00:00Z","code":"no such"}]}    | events[0].code
      """)
  void aBodyThatDoesNotSayWhatItHasToIsRefusedAndItsFieldNamed(String body, String field) {
    HttpResponse<String> answer = gateway.post(STATUS, body == null ? "" : body);

    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
    assertThat(answer.body()).contains("\"field\":\"" + (field == null ? "" : field) + "\"");
    verifyNoInteractions(reports);
    assertThat(remembered()).isZero();
  }

  @Test
  void oneBadEventUndoesAllOfItsCallback() {
    HttpResponse<String> answer = gateway.post(STATUS, "{\"events\":[" + EVENT + ",{\"id\":\"sms-2\"}]}");

    assertThat(answer.body()).contains("\"field\":\"events[1].status\"");
    verifyNoInteractions(reports);
  }

  @Test
  void theTextsThatPeopleSendAreTaken() {
    HttpResponse<String> answer = gateway.post(INCOMING, """
        {"texts": [
          {"id": "in-1", "from": "+4930123456", "text": "STOP", "at": "2026-03-01T13:00:00+01:00"},
          {"id": "in-2", "from": "Operator", "text": "", "at": "2026-03-01T12:00:00Z"},
          {"id": "in-3", "from": "+4930123456", "text": "Guten Tag,\\nich zahle morgen 😀",
           "at": "2026-03-01T12:00:00Z"}
        ]}""");

    assertThat(answer.statusCode()).isEqualTo(202);
    Instant noon = Instant.parse("2026-03-01T12:00:00Z");
    verify(texts).receive(new IncomingText("http-sms", "in-1", "+4930123456", "STOP", noon));
    verify(texts).receive(new IncomingText("http-sms", "in-2", "Operator", "", noon));
    verify(texts).receive(
        new IncomingText("http-sms", "in-3", "+4930123456", "Guten Tag,\nich zahle morgen 😀", noon));
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', textBlock = """
      {"events":[]}                                                                        | texts
      {"texts":[{"from":"+4930987654","text":"STOP","at":"2026-03-01T12:00:00Z"}]}         | texts[0].id
      {"texts":[{"id":"a","text":"STOP","at":"2026-03-01T12:00:00Z"}]}                     | texts[0].from
      {"texts":[{"id":"a","from":"","text":"STOP","at":"2026-03-01T12:00:00Z"}]}           | texts[0].from
      {"texts":[{"id":"a","from":"+4930987654","at":"2026-03-01T12:00:00Z"}]}              | texts[0].text
      {"texts":[{"id":"a","from":"+4930987654","text":"STOP","at":"yesterday"}]}           | texts[0].at
      """)
  void aTextThatDoesNotSayWhatItHasToIsRefusedAndItsFieldNamed(String body, String field) {
    HttpResponse<String> answer = gateway.post(INCOMING, body);

    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(answer.body()).contains("\"field\":\"" + field + "\"").doesNotContain("4930987654");
    verifyNoInteractions(texts);
  }

  @Test
  void aTextThatIsReplayedOrNotSignedIsNotTaken() {
    String now = secondsFromNow(0);
    String stop = "{\"texts\":[{\"id\":\"in-1\",\"from\":\"+4930123456\",\"text\":\"STOP\","
        + "\"at\":\"2026-03-01T12:00:00Z\"}]}";

    assertThat(Caller.send(gateway.request(INCOMING, stop)).statusCode()).isEqualTo(401);
    verifyNoInteractions(texts);
    assertThat(gateway.post(INCOMING, stop, now).statusCode()).isEqualTo(202);
    assertThat(gateway.post(INCOMING, stop, now).statusCode()).isEqualTo(409);
    verify(texts, times(1)).receive(any());
  }

  @Test
  void thereIsNothingElseBehindThePath() {
    assertThat(gateway.post("/gateway", EVENTS).statusCode()).isEqualTo(404);
    assertThat(gateway.post("/gateway/sms/other", EVENTS).statusCode()).isEqualTo(404);
    assertThat(gateway.post(STATUS + "/", EVENTS).statusCode()).isEqualTo(404);
    assertThat(Caller.send(HttpRequest.newBuilder(URI.create("http://localhost:" + port + STATUS))).statusCode())
        .isEqualTo(405);
  }

  @ParameterizedTest
  @CsvSource({"DEBTOR, NONE", "DEBTOR, REFUSED", "DEBTOR, DISPUTED", "DEBTOR, HARDSHIP", "DEBTOR, ASKED_FOR_HUMAN",
      "DEBTOR, OPTED_OUT", "THIRD_PARTY, NONE", "THIRD_PARTY, REFUSED", "THIRD_PARTY, ASKED_FOR_HUMAN",
      "THIRD_PARTY, OPTED_OUT", "MACHINE, NONE", "NOBODY, NONE", "WRONG_NUMBER, NONE"})
  void whatTheRobotHeardIsTaken(AnsweredBy answeredBy, Outcome outcome) {
    HttpResponse<String> answer = robot.post(RESULTS, result(answeredBy.name(), outcome.name(), ""));

    assertThat(answer.statusCode()).isEqualTo(202);
    verify(calls).receive(new RobotCallResult("robot", "100001-7", answeredBy, outcome, null, null,
        Instant.parse("2026-03-01T12:00:00Z")));
  }

  @Test
  void aPromiseToTheRobotIsTakenWithItsAmountAndDate() {
    robot.post(RESULTS,
        result("DEBTOR", "PROMISED", ",\"promiseAmount\":\"120.50\",\"promiseDate\":\"2026-03-06\""));

    verify(calls).receive(new RobotCallResult("robot", "100001-7", AnsweredBy.DEBTOR, Outcome.PROMISED, "120.50",
        "2026-03-06", Instant.parse("2026-03-01T12:00:00Z")));
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', textBlock = """
      DEBTOR      | PROMISED | ''                                                   | promiseAmount
      DEBTOR      | PROMISED | ,"promiseDate":"2026-03-06"                          | promiseAmount
      DEBTOR      | PROMISED | ,"promiseAmount":"10"                                | promiseDate
      DEBTOR      | PROMISED | ,"promiseAmount":10,"promiseDate":"2026-03-06"       | promiseAmount
      DEBTOR      | PROMISED | ,"promiseAmount":"0.00","promiseDate":"2026-03-06"   | promiseAmount
      DEBTOR      | PROMISED | ,"promiseAmount":"-10","promiseDate":"2026-03-06"    | promiseAmount
      DEBTOR      | PROMISED | ,"promiseAmount":"1,50","promiseDate":"2026-03-06"   | promiseAmount
      DEBTOR      | PROMISED | ,"promiseAmount":"1e3","promiseDate":"2026-03-06"    | promiseAmount
      DEBTOR      | PROMISED | ,"promiseAmount":"10","promiseDate":"06.03.2026"     | promiseDate
      DEBTOR      | PROMISED | ,"promiseAmount":"10","promiseDate":"2026-02-30"     | promiseDate
      DEBTOR      | NONE     | ,"promiseAmount":"10"                                | promiseAmount
      DEBTOR      | REFUSED  | ,"promiseDate":"2026-03-06"                          | promiseDate
      THIRD_PARTY | PROMISED | ,"promiseAmount":"10","promiseDate":"2026-03-06"     | outcome
      THIRD_PARTY | DISPUTED | ''                                                   | outcome
      MACHINE     | REFUSED  | ''                                                   | outcome
      NOBODY      | HARDSHIP | ''                                                   | outcome
      DEBTOR      | PAID     | ''                                                   | outcome
      CHILD       | NONE     | ''                                                   | answeredBy
      """)
  void aResultThatContradictsItselfIsRefusedAndItsFieldNamed(String answeredBy, String outcome, String more,
      String field) {
    HttpResponse<String> answer = robot.post(RESULTS, result(answeredBy, outcome, more));

    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(answer.body()).contains("\"field\":\"" + field + "\"");
    verify(calls, never()).receive(any());
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "../etc", "100001 7", "-7"})
  void aReferenceThatNoCallCanHaveIsRefused(String reference) {
    HttpResponse<String> answer = robot.post(RESULTS, result("DEBTOR", "NONE", "").replace("100001-7", reference));

    assertThat(answer.statusCode()).isEqualTo(400);
    assertThat(answer.body()).contains("\"field\":\"reference\"");
  }

  @Test
  void aResultOfACallThatIsNotKnownIsNotTakenAndMayBeSentAgain() {
    String now = secondsFromNow(0);
    when(calls.receive(any())).thenReturn(false);
    HttpResponse<String> answer = robot.post(RESULTS, result("DEBTOR", "NONE", ""), now);
    assertThat(answer.statusCode()).isEqualTo(404);
    assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");

    when(calls.receive(any())).thenReturn(true);
    assertThat(robot.post(RESULTS, result("DEBTOR", "NONE", ""), now).statusCode()).isEqualTo(202);
  }

  @Test
  void aResultThatIsReplayedIsTakenOnce() {
    String now = secondsFromNow(0);
    robot.post(RESULTS, result("DEBTOR", "DISPUTED", ""), now);

    assertThat(robot.post(RESULTS, result("DEBTOR", "DISPUTED", ""), now).statusCode()).isEqualTo(409);
    verify(calls, times(1)).receive(any());
  }

  @Test
  void whatTheSmsGatewaySignedIsNoResultOfTheRobot() {
    assertThat(gateway.post(RESULTS, result("DEBTOR", "NONE", "")).statusCode()).isEqualTo(401);
  }

  private static String result(String answeredBy, String outcome, String more) {
    return "{\"reference\":\"100001-7\",\"answeredBy\":\"" + answeredBy + "\",\"outcome\":\"" + outcome
        + "\",\"at\":\"2026-03-01T12:00:00Z\"" + more + "}";
  }

  private void assertRefused(HttpResponse<String> answer, int status, String reason) {
    assertThat(answer.statusCode()).isEqualTo(status);
    assertThat(answer.headers().firstValue("Content-Type")).hasValue("application/problem+json");
    assertThat(answer.body()).contains(reason);
    verifyNoInteractions(reports);
    assertThat(remembered()).isZero();
  }
}
