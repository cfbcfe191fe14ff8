package io.remit.sandbox;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.remit.gateway.callback.CallbackSignature;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The robot that calls nobody, as those see it who order calls. */
@Tag("long")
class SandboxRobotTest {

  private static final String SECRET = "secret-of-the-voice-robot-number-1";
  private static final ObjectMapper JSON = new ObjectMapper();

  @TempDir
  Path folder;

  private final HttpClient http = HttpClient.newHttpClient();
  private ResultListener remit;
  private SandboxRobot robot;

  @BeforeEach
  void start() throws IOException {
    remit = new ResultListener();
    robot = SandboxRobot.start(
        new SandboxRobotSettings(0, SECRET, Duration.ZERO, "10", folder.resolve("calls.jsonl")));
  }

  @AfterEach
  void stop() {
    robot.close();
    remit.close();
  }

  private String order(String reference, String to) {
    return """
        {"reference": "%s", "to": "%s", "script": {"template": "robot-script", "language": "en", "version": 1},
         "text": "Good morning", "language": "en", "callbackUrl": "%s", "placedAt": "2007-09-03T23:59:30Z"}"""
        .formatted(reference, to, remit.url());
  }

  private HttpResponse<String> place(String key, String order) throws Exception {
    HttpRequest.Builder request = HttpRequest.newBuilder(calls("")).POST(BodyPublishers.ofString(order));
    if (key != null) {
      request.header("Idempotency-Key", key);
    }
    return http.send(request.build(), BodyHandlers.ofString());
  }

  private HttpResponse<String> get(String query) throws Exception {
    return http.send(HttpRequest.newBuilder(calls(query)).build(), BodyHandlers.ofString());
  }

  private URI calls(String query) {
    return URI.create("http://127.0.0.1:" + robot.port() + "/calls" + query);
  }

  @Test
  void aPromiseIsReportedSignedAndAtTheCallersTime() throws Exception {
    HttpResponse<String> answer = place("100001-7", order("100001-7", "+4930123451"));

    assertThat(answer.statusCode()).isEqualTo(201);
    ResultListener.Received result = remit.next();
    assertThat(result.json()).isEqualTo(JSON.readTree("""
        {"reference": "100001-7", "answeredBy": "DEBTOR", "outcome": "PROMISED", "promiseAmount": "10",
         "promiseDate": "2007-09-09", "at": "2007-09-04T00:01:05Z"}"""));
    assertThat(result.signature())
        .isEqualTo(CallbackSignature.of(SECRET, result.timestamp(), result.body()));
    assertThat(Duration.between(Instant.ofEpochSecond(Long.parseLong(result.timestamp())), Instant.now()).abs())
        .as("signed by the machine's time").isLessThan(Duration.ofMinutes(1));
  }

  @Test
  void whatIsNoPromiseNamesNoAmount() throws Exception {
    place("100001-7", order("100001-7", "+4930123457"));

    assertThat(remit.next().json()).isEqualTo(JSON.readTree("""
        {"reference": "100001-7", "answeredBy": "NOBODY", "outcome": "NONE", "at": "2007-09-04T00:00:15Z"}"""));
  }

  @Test
  void anOrderThatIsRepeatedIsOneCall() throws Exception {
    JsonNode first = JSON.readTree(place("100001-7", order("100001-7", "+4930123450")).body());
    HttpResponse<String> repeated = place("100001-7", order("100001-7", "+4930123450"));
    remit.next();
    place("100001-8", order("100001-8", "+4930123450"));
    assertThat(remit.next().json().path("reference").asText()).isEqualTo("100001-8");

    assertThat(repeated.statusCode()).isEqualTo(200);
    assertThat(JSON.readTree(repeated.body())).isEqualTo(first);
    assertThat(robot.calls()).extracting(PlacedCall::reference).containsExactly("100001-7", "100001-8");
    assertThat(remit.hasMore()).isFalse();
  }

  @Test
  void aCallIsFoundByItsReference() throws Exception {
    JsonNode placed = JSON.readTree(place("100001-7", order("100001-7", "+4930123450")).body());

    HttpResponse<String> found = get("?reference=100001-7");
    assertThat(found.statusCode()).isEqualTo(200);
    assertThat(JSON.readTree(found.body())).isEqualTo(placed);
    assertThat(get("?reference=100001-8").statusCode()).isEqualTo(404);
    assertThat(get("").statusCode()).isEqualTo(404);
  }

  @Test
  void aResultThatDoesNotArriveIsReportedAgainUnderAFreshSignature() throws Exception {
    remit.answerNext(503);
    place("100001-7", order("100001-7", "+4930123450"));

    ResultListener.Received first = remit.next();
    ResultListener.Received second = remit.next();
    assertThat(second.body()).isEqualTo(first.body());
    assertThat(second.signature()).isNotEqualTo(first.signature());
  }

  @Test
  void theJournalNamesTheScriptAndNotTheNumber() throws Exception {
    place("100001-7", order("100001-7", "+4930123450"));

    String journal = Files.readString(folder.resolve("calls.jsonl"));
    assertThat(journal.lines()).singleElement().satisfies(line -> {
      assertThat(JSON.readTree(line).path("reference").asText()).isEqualTo("100001-7");
      assertThat(JSON.readTree(line).path("script").asText()).isEqualTo("robot-script en 1");
    });
    assertThat(journal).doesNotContain("4930123450");
  }

  @ParameterizedTest
  @CsvSource({"+4930123450, 100001-7, invalid-number", "0, 100001-7, invalid-number",
      "+4930123450, other, key-is-not-reference", "+4930123450,, key-is-not-reference"})
  void anOrderThatCannotBeCarriedOutIsRefusedWithItsReason(String to, String key, String code) throws Exception {
    String number = code.equals("invalid-number") ? to.replace("+", "") : to;

    HttpResponse<String> answer = place(key, order("100001-7", number));

    assertThat(answer.statusCode()).isEqualTo(422);
    assertThat(JSON.readTree(answer.body()).path("code").asText()).isEqualTo(code);
    assertThat(robot.calls()).isEmpty();
  }
}
