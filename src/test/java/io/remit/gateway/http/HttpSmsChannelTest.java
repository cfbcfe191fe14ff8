package io.remit.gateway.http;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import io.remit.cases.Channel;
import io.remit.contact.DeliveryReceipt;
import io.remit.contact.DeliveryStatus;
import io.remit.contact.channel.GatewayUnavailableException;
import io.remit.contact.channel.MessageRefusedException;
import io.remit.contact.channel.OutgoingMessage;
import io.remit.gate.RenderedText;
import io.remit.gateway.TestCertificate;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketTimeoutException;
import java.net.URI;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What becomes of a text message, by all that a gateway and the way to it can do. */
@Tag("long")
class HttpSmsChannelTest {

  private static final Instant NOW = Instant.parse("2007-09-03T09:00:00Z");
  private static final String NUMBER = "+4930123456";
  private static final String WORDS = "Bitte zahlen Sie 120,50 € bis Freitag. 谢谢";
  private static final OutgoingMessage MESSAGE = message("100001-7");

  @TempDir
  Path folder;

  private FakeSmsGateway gateway;

  @BeforeEach
  void start() throws IOException {
    gateway = FakeSmsGateway.start(FakeSmsGateway.Settings.inTests());
  }

  @AfterEach
  void stop() {
    gateway.close();
  }

  private static OutgoingMessage message(String reference) {
    return new OutgoingMessage(reference, Channel.SMS, "100001", "D1", NUMBER,
        new RenderedText("overdue-sms", "de", 1, null, WORDS));
  }

  private HttpSmsChannel channel() {
    return patient(gateway.url());
  }

  private static HttpSmsChannel channel(String url, boolean lookUp) {
    return channel(url, lookUp, Duration.ofMillis(500));
  }

  /** Waits long enough for a machine that is busy to shake hands. */
  private static HttpSmsChannel patient(String url) {
    return channel(url, true, Duration.ofSeconds(20));
  }

  private static HttpSmsChannel channel(String url, boolean lookUp, Duration timeout) {
    HttpSmsSettings settings = new HttpSmsSettings(URI.create(url), "token-of-remit",
        URI.create("https://remit.example/gateway/sms/status"), List.of(), timeout, timeout, lookUp);
    return new HttpSmsChannel(settings, new ObjectMapper(), Clock.fixed(NOW, ZoneOffset.UTC));
  }

  @Test
  void aMessageGoesOutUnderItsReferenceWithTheTokenAndTheWords() throws IOException {
    DeliveryReceipt receipt = channel().deliver(MESSAGE);

    assertThat(receipt).isEqualTo(new DeliveryReceipt("sms-1", NOW));
    assertThat(gateway.taken()).containsExactly(new FakeSmsGateway.Taken("sms-1", "100001-7", NUMBER, WORDS,
        "https://remit.example/gateway/sms/status"));
    FakeSmsGateway.Received request = gateway.received().get(0);
    assertThat(request.headers()).containsEntry("Idempotency-key", "100001-7")
        .containsEntry("Authorization", "Bearer token-of-remit").containsKey("Content-length")
        .containsEntry("Content-type", "application/json")
        .doesNotContainKey("Upgrade");
    JsonNode body = new ObjectMapper().readTree(request.body());
    assertThat(body.fieldNames()).toIterable().containsExactly("reference", "to", "text", "callbackUrl");
  }

  @Test
  void theSameMessageHandedOverTwiceIsOneMessage() {
    DeliveryReceipt first = channel().deliver(MESSAGE);
    DeliveryReceipt second = channel().deliver(MESSAGE);

    assertThat(second).isEqualTo(first);
    assertThat(gateway.taken()).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(ints = {200, 201, 202, 409})
  void whatTheGatewayHasIsTaken(int status) {
    gateway.answerNext(status, "{\"id\":\"A-1\"}");

    assertThat(channel().deliver(MESSAGE).gatewayReference()).isEqualTo("A-1");
  }

  @Test
  void anIdMayBeANumber() {
    gateway.answerNext(201, "{\"id\":9007199254740993}");

    assertThat(channel().deliver(MESSAGE).gatewayReference()).isEqualTo("9007199254740993");
  }

  @ParameterizedTest
  @CsvSource({"400, invalid-number, true", "422, invalid-number, true", "400, text-too-long, false",
      "422, '', false", "413, '', false"})
  void whatTheGatewayWillNeverTakeIsRefused(int status, String code, boolean addressInvalid) {
    gateway.answerNext(status, "{\"code\":\"" + code + "\",\"detail\":\"" + NUMBER + " is wrong\"}");

    MessageRefusedException refusal = catchThrowableOfType(MessageRefusedException.class,
        () -> channel().deliver(MESSAGE));

    assertThat(refusal.addressInvalid()).isEqualTo(addressInvalid);
    assertThat(refusal).hasMessageContaining(String.valueOf(status)).hasMessageContaining(code);
    assertThat(allMessages(refusal)).doesNotContain(NUMBER);
  }

  @Test
  void aRefusalWithoutAReasonIsARefusalToo() {
    gateway.answerNext(422, "<html>no</html>");

    assertThat(catchThrowable(() -> channel().deliver(MESSAGE))).isInstanceOf(MessageRefusedException.class);
  }

  @ParameterizedTest
  @ValueSource(ints = {429, 503, 401, 403, 404})
  void whatTheGatewayDoesNotTakeNowMayGoOutLater(int status) {
    gateway.answerNext(status, "{}");

    assertThat(catchThrowable(() -> channel().deliver(MESSAGE))).isInstanceOf(GatewayUnavailableException.class);
  }

  @ParameterizedTest
  @ValueSource(ints = {500, 502, 504, 302})
  void afterAFailureInsideTheGatewayItIsInDoubtWhetherItHasTheMessage(int status) {
    gateway.answerNext(status, "{}");

    assertInDoubt(catchThrowable(() -> channel().deliver(MESSAGE)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "{}", "{\"id\":\"\"}", "{\"id\":null}", "<html/>", "{\"id\":{}}"})
  void anAcceptanceWithoutAnIdIsInDoubt(String body) {
    gateway.answerNext(200, body);

    assertInDoubt(catchThrowable(() -> channel().deliver(MESSAGE)));
  }

  @Test
  void aMessageWhoseAnswerDidNotComeInTimeIsInDoubtAndThenFound() {
    gateway.takeNextAndStaySilent();

    assertInDoubt(catchThrowable(() -> channel(gateway.url(), true).deliver(MESSAGE)));
    assertThat(channel().find(MESSAGE.reference()))
        .isEqualTo(DeliveryStatus.taken(new DeliveryReceipt("sms-1", NOW)));
    assertThat(gateway.taken()).hasSize(1);
  }

  @Test
  void aMessageWhoseConnectionBrokeIsInDoubtAndThenFound() {
    gateway.takeNextAndHangUp();

    assertInDoubt(catchThrowable(() -> channel().deliver(MESSAGE)));
    assertThat(channel().find(MESSAGE.reference()).known()).isEqualTo(DeliveryStatus.Known.TAKEN);
    assertThat(gateway.taken()).as("the client does not repeat what it cannot know to be safe").hasSize(1);
  }

  @Test
  void aMessageWhoseAnswerBrokeOffIsInDoubt() {
    gateway.takeNextAndAnswerHalf();

    assertInDoubt(catchThrowable(() -> channel().deliver(MESSAGE)));
  }

  @Test
  void whereNobodyListensNothingWasTaken() {
    gateway.close();

    assertThat(catchThrowable(() -> channel().deliver(MESSAGE))).isInstanceOf(GatewayUnavailableException.class);
    assertThat(catchThrowable(() -> channel().find("100001-7"))).isInstanceOf(GatewayUnavailableException.class);
  }

  @Test
  void aHostThatIsNotKnownHasTakenNothing() {
    Throwable failure = catchThrowable(() -> channel("http://no-such-host.invalid", true).deliver(MESSAGE));

    assertThat(failure).isInstanceOf(GatewayUnavailableException.class);
    assertThat(allMessages(failure)).doesNotContain(NUMBER).doesNotContain("zahlen");
  }

  @Test
  void aHostThatDoesNotConnectInTimeHasTakenNothing() throws IOException {
    List<Socket> waiting = new ArrayList<>();
    try (ServerSocket full = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      fill(full, waiting);

      assertThat(catchThrowable(() -> channel("http://127.0.0.1:" + full.getLocalPort(), true).deliver(MESSAGE)))
          .isInstanceOf(GatewayUnavailableException.class);
    } finally {
      for (Socket socket : waiting) {
        socket.close();
      }
    }
  }

  /** Connects until the system has no place for another connection that nobody accepts. */
  private static void fill(ServerSocket server, List<Socket> waiting) throws IOException {
    for (int attempt = 0; attempt < 20; attempt++) {
      Socket socket = new Socket();
      waiting.add(socket);
      try {
        socket.connect(new InetSocketAddress(server.getInetAddress(), server.getLocalPort()), 300);
      } catch (SocketTimeoutException noPlaceLeft) {
        return;
      }
    }
    throw new AssertionError("The system takes any number of connections");
  }

  @Test
  void aHostThatCannotProveWhoItIsGetsNothing() throws Exception {
    HttpsServer stranger = HttpsServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    AtomicBoolean asked = new AtomicBoolean();
    stranger.setHttpsConfigurator(new HttpsConfigurator(TestCertificate.forHost(folder, "localhost").server()));
    stranger.createContext("/", exchange -> {
      asked.set(true);
      exchange.close();
    });
    stranger.start();
    try {
      String url = "https://localhost:" + stranger.getAddress().getPort();

      assertThat(catchThrowable(() -> patient(url).deliver(MESSAGE)))
          .isInstanceOf(GatewayUnavailableException.class);
      assertThat(asked).isFalse();
    } finally {
      stranger.stop(0);
    }
  }

  @Test
  void aMessageThatTheGatewayNeverHadIsNotTaken() {
    assertThat(channel().find("100001-8")).isEqualTo(DeliveryStatus.notTaken());
    assertThat(gateway.received().get(0).query()).isEqualTo("reference=100001-8");
  }

  @ParameterizedTest
  @ValueSource(ints = {500, 501, 503, 401, 302, 204})
  void aQuestionThatIsNotAnsweredIsAskedLater(int status) {
    gateway.answerNext(status, "");

    assertThat(catchThrowable(() -> channel().find("100001-8"))).isInstanceOf(GatewayUnavailableException.class);
  }

  @Test
  void aFindWithoutAnIdIsNoAnswer() {
    gateway.answerNext(200, "[]");

    assertThat(catchThrowable(() -> channel().find("100001-8"))).isInstanceOf(GatewayUnavailableException.class);
  }

  @Test
  void aGatewayThatCannotBeAskedIsNotAsked() {
    assertThat(channel(gateway.url(), false).find("100001-7")).isEqualTo(DeliveryStatus.cannotTell());
    assertThat(gateway.received()).isEmpty();
  }

  @Test
  void manyMessagesAtOnceAreEachTakenOnce() {
    HttpSmsChannel channel = patient(gateway.url());

    List<String> ids = IntStream.range(0, 200).parallel()
        .mapToObj(number -> channel.deliver(message("100001-" + number)).gatewayReference()).toList();

    assertThat(ids).doesNotHaveDuplicates();
    assertThat(gateway.taken()).extracting(FakeSmsGateway.Taken::reference).hasSize(200).doesNotHaveDuplicates();
  }

  @Test
  void settingsTellNoSecrets() {
    HttpSmsSettings settings = new HttpSmsSettings(URI.create("https://sms.example"), "token-of-remit", null,
        List.of("0123456789abcdef0123456789abcdef"), Duration.ofSeconds(1), Duration.ofSeconds(1), true);

    assertThat(settings + " " + settings.connection() + " " + settings.secrets())
        .doesNotContain("token-of-remit").doesNotContain("0123456789abcdef");
  }

  @ParameterizedTest
  @ValueSource(strings = {"sms.example/v1", "ftp://sms.example", "https:///v1"})
  void anAddressThatIsNotOneOfHttpStopsTheStart(String url) {
    assertThat(catchThrowable(() -> channel(url, true))).isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("remit.http-sms.url");
  }

  private static void assertInDoubt(Throwable failure) {
    assertThat(failure).isInstanceOf(RuntimeException.class)
        .isNotInstanceOfAny(GatewayUnavailableException.class, MessageRefusedException.class);
    assertThat(allMessages(failure)).doesNotContain(NUMBER).doesNotContain("zahlen");
  }

  private static String allMessages(Throwable failure) {
    StringBuilder messages = new StringBuilder();
    for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
      messages.append(cause.getMessage()).append('\n');
    }
    return messages.toString();
  }
}
