package io.remit.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.doAnswer;

import io.remit.contact.conversation.RobotCallResult;
import io.remit.contact.conversation.RobotCallResult.AnsweredBy;
import io.remit.contact.conversation.RobotCallResult.Outcome;
import io.remit.contact.conversation.RobotCalls;
import io.remit.contact.dispatch.DeliveryReports;
import io.remit.contact.incoming.IncomingTexts;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.camunda.bpm.spring.boot.starter.CamundaBpmAutoConfiguration;
import org.camunda.bpm.spring.boot.starter.webapp.CamundaBpmWebappAutoConfiguration;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.context.properties.ConfigurationPropertiesScan;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.context.SpringBootTest.WebEnvironment;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.ComponentScan;
import org.springframework.mock.env.MockEnvironment;
import org.springframework.test.context.ActiveProfiles;
import org.springframework.test.context.bean.override.mockito.MockitoBean;

/** The robot that the profile starts, and what Remit takes of its results; without the engine. */
@SpringBootTest(classes = SandboxRobotBesideRemitTest.RobotAndItsResults.class,
    webEnvironment = WebEnvironment.RANDOM_PORT,
    properties = {"remit.sandbox-robot.port=0", "remit.sandbox-robot.delay=0s"})
@Tag("long")
@ActiveProfiles({"test", "sandbox-robot"})
@MockitoBean(types = {DeliveryReports.class, IncomingTexts.class})
class SandboxRobotBesideRemitTest {

  /**
   * All that is between the robot and the cases. It is no {@code @Configuration}: the applications that other tests
   * start would find it.
   */
  @EnableAutoConfiguration(exclude = {CamundaBpmAutoConfiguration.class, CamundaBpmWebappAutoConfiguration.class})
  @ConfigurationPropertiesScan("io.remit.gateway.robot")
  @ComponentScan({"io.remit.gateway.callback", "io.remit.gateway.robot", "io.remit.sandbox", "io.remit.node"})
  static class RobotAndItsResults {

    @Bean
    Clock clock() {
      return Clock.fixed(Instant.parse("2007-09-03T09:00:00Z"), ZoneOffset.UTC);
    }
  }

  @LocalServerPort
  private int port;
  @Autowired
  private SandboxRobot robot;
  @MockitoBean
  private RobotCalls calls;

  private final BlockingQueue<RobotCallResult> taken = new LinkedBlockingQueue<>();

  @BeforeEach
  void listen() {
    doAnswer(call -> taken.add(call.getArgument(0))).when(calls).receive(any());
  }

  @ParameterizedTest
  @CsvSource({"0, DEBTOR, NONE", "1, DEBTOR, PROMISED", "2, DEBTOR, DISPUTED", "3, DEBTOR, HARDSHIP",
      "4, DEBTOR, ASKED_FOR_HUMAN", "5, THIRD_PARTY, NONE", "6, MACHINE, NONE", "7, NOBODY, NONE",
      "8, WRONG_NUMBER, NONE", "9, DEBTOR, REFUSED", "99, DEBTOR, OPTED_OUT"})
  void remitTakesEachResultThatTheRobotPretends(String lastDigits, AnsweredBy answeredBy, Outcome outcome)
      throws Exception {
    String reference = "100001-" + lastDigits;
    order(reference, "+493012345" + lastDigits);

    RobotCallResult result = taken.poll(20, TimeUnit.SECONDS);
    assertThat(result).isNotNull();
    assertThat(result.gateway()).isEqualTo("robot");
    assertThat(result.reference()).isEqualTo(reference);
    assertThat(result.answeredBy()).isEqualTo(answeredBy);
    assertThat(result.outcome()).isEqualTo(outcome);
    assertThat(result.promiseAmount()).isEqualTo(outcome == Outcome.PROMISED ? "10" : null);
    assertThat(result.promiseDate()).isEqualTo(outcome == Outcome.PROMISED ? "2007-09-08" : null);
    assertThat(result.at()).isBetween(Instant.parse("2007-09-03T09:00:00Z"), Instant.parse("2007-09-03T09:05:00Z"));
  }

  @Test
  void withoutTheDemoRemitDoesNotStartWithARobotThatCallsNobody() {
    MockEnvironment production = new MockEnvironment();
    production.setActiveProfiles("sandbox-robot");

    assertThat(catchThrowable(() -> new SandboxRobotConfiguration().sandboxRobot(production, 0,
        List.of("secret-of-the-voice-robot-number-1"), Duration.ZERO, "10", null)))
        .isInstanceOf(IllegalStateException.class).hasMessageContaining("calls nobody");
  }

  private void order(String reference, String to) throws Exception {
    String order = """
        {"reference": "%s", "to": "%s", "script": {"template": "robot-script", "language": "en", "version": 1},
         "text": "Good morning", "language": "en", "callbackUrl": "http://localhost:%d/gateway/robot/results",
         "placedAt": "2007-09-03T09:00:00Z"}""".formatted(reference, to, port);
    HttpClient.newHttpClient().send(
        HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + robot.port() + "/calls"))
            .header("Idempotency-Key", reference).POST(BodyPublishers.ofString(order)).build(),
        BodyHandlers.discarding());
  }
}
