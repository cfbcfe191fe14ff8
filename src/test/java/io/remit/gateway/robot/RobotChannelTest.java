package io.remit.gateway.robot;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpServer;
import io.remit.cases.Channel;
import io.remit.contact.DeliveryReceipt;
import io.remit.contact.DeliveryStatus;
import io.remit.contact.channel.GatewayUnavailableException;
import io.remit.contact.channel.OutgoingMessage;
import io.remit.gate.RenderedText;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What a voice robot is told. How failures are taken is the same as with text messages. */
class RobotChannelTest {

  private static final Instant NOW = Instant.parse("2007-09-03T09:00:00Z");
  private static final String SECRET = "secret-of-the-voice-robot-number-1";

  private final AtomicReference<String> request = new AtomicReference<>();
  private final AtomicReference<String> key = new AtomicReference<>();
  private HttpServer robot;

  @BeforeEach
  void start() throws IOException {
    robot = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    robot.createContext("/v1/calls", exchange -> {
      key.set(exchange.getRequestHeaders().getFirst("Idempotency-Key"));
      request.set(exchange.getRequestMethod() + " " + exchange.getRequestURI() + "\n"
          + new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
      byte[] answer = "{\"id\":\"call-1\"}".getBytes(StandardCharsets.UTF_8);
      exchange.sendResponseHeaders(200, answer.length);
      exchange.getResponseBody().write(answer);
      exchange.close();
    });
    robot.start();
  }

  @AfterEach
  void stop() {
    robot.stop(0);
  }

  private RobotChannel channel() {
    RobotSettings settings = new RobotSettings(URI.create("http://127.0.0.1:" + robot.getAddress().getPort() + "/v1"),
        "token", URI.create("https://remit.example/gateway/robot/results"), List.of(SECRET), Duration.ofSeconds(1),
        Duration.ofSeconds(5));
    return new RobotChannel(settings, new ObjectMapper(), Clock.fixed(NOW, ZoneOffset.UTC));
  }

  private static OutgoingMessage call() {
    return new OutgoingMessage("100001-7", Channel.ROBOT_CALL, "100001", "D1", "+4930123451",
        new RenderedText("robot-script", "de", 2, null, "Guten Tag, hier ist die Musterbank."));
  }

  @Test
  void aCallIsOrderedWithTheApprovedScriptAndItsWords() throws IOException {
    DeliveryReceipt receipt = channel().deliver(call());

    assertThat(receipt).isEqualTo(new DeliveryReceipt("call-1", NOW));
    assertThat(key).hasValue("100001-7");
    String[] parts = request.get().split("\n");
    assertThat(parts[0]).isEqualTo("POST /v1/calls");
    ObjectMapper json = new ObjectMapper();
    assertThat(json.readTree(parts[1])).isEqualTo(json.readTree("""
        {"reference": "100001-7", "to": "+4930123451",
         "script": {"template": "robot-script", "language": "de", "version": 2},
         "text": "Guten Tag, hier ist die Musterbank.", "language": "de",
         "callbackUrl": "https://remit.example/gateway/robot/results", "placedAt": "2007-09-03T09:00:00Z"}"""));
  }

  @Test
  void aCallInDoubtIsLookedUp() {
    assertThat(channel().find("100001-7")).isEqualTo(DeliveryStatus.taken(new DeliveryReceipt("call-1", NOW)));
    assertThat(request.get()).startsWith("GET /v1/calls?reference=100001-7");
  }

  @Test
  void aRobotThatIsAwayHasTakenNothing() {
    RobotChannel channel = channel();
    robot.stop(0);

    assertThat(catchThrowable(() -> channel.deliver(call()))).isInstanceOf(GatewayUnavailableException.class);
  }

  @Test
  void withoutASecretRemitDoesNotStartSinceNoResultCouldArrive() {
    RobotSettings settings = new RobotSettings(URI.create("https://robot.example"), "", null, List.of(),
        Duration.ofSeconds(1), Duration.ofSeconds(5));

    assertThat(catchThrowable(settings::secrets)).hasMessageContaining("REMIT_ROBOT_CALLBACK_SECRETS");
  }
}
