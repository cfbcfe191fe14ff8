package io.remit.gateway.smpp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import io.remit.contact.DeliveryReceipt;
import io.remit.contact.DeliveryReport;
import io.remit.contact.DeliveryReport.Result;
import io.remit.contact.channel.GatewayUnavailableException;
import io.remit.contact.channel.MessageRefusedException;
import io.remit.gateway.TestCertificate;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIf;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** Text messages to and from a message centre in another process, made with another library. */
@EnabledIf(value = "io.remit.gateway.smpp.NodeSmsc#mustStart",
    disabledReason = "There is no node and npm on the path to run a message centre with")
@ExtendWith(OutputCaptureExtension.class)
@Tag("own-application")
class SmppWithNodeTest {

  private static final String ANA = "34911234567";

  @TempDir
  static Path shared;
  private static NodeSmsc common;

  @TempDir
  Path folder;
  private NodeSmsc smsc;
  private SmppWorld world;

  @BeforeAll
  static void startTheCentre() {
    common = new NodeSmsc(shared);
  }

  @AfterAll
  static void stopTheCentre() {
    common.close();
  }

  @BeforeEach
  void bind() {
    start(Map.of());
  }

  /** Binds anew, with other settings, and to a centre of its own where that has to be another. */
  private void start(Map<String, Object> settings, String... options) {
    close();
    smsc = options.length == 0 ? common : new NodeSmsc(folder, options);
    smsc.forget();
    world = new SmppWorld(smsc.port(), settings);
    world.awaitBound();
    world.texts.debtor("ANA", "+" + ANA);
  }

  @AfterEach
  void close() {
    if (world != null) {
      world.close();
    }
    if (smsc != common && smsc != null) {
      smsc.close();
    }
  }

  private JsonNode lastMessage() {
    List<JsonNode> messages = smsc.awaitEvents("message", 1);
    return messages.get(messages.size() - 1);
  }

  @Test
  void aTextArrivesAndItsReceiptComesBack(CapturedOutput log) {
    DeliveryReceipt receipt = world.deliver("+34600000001", "Please pay €46.00 [now].");

    JsonNode submitted = smsc.awaitEvents("submit", 1).get(0);
    assertThat(submitted.get("text").asText()).isEqualTo("Please pay €46.00 [now].");
    assertThat(submitted.get("destination").asText()).isEqualTo("34600000001");
    assertThat(submitted.get("destinationTon").asInt()).isEqualTo(1);
    assertThat(submitted.get("source").asText()).isEqualTo("12345");
    assertThat(submitted.get("dataCoding").asInt()).isZero();
    assertThat(submitted.get("receiptAsked").asBoolean()).isTrue();
    assertThat(submitted.get("reference").asInt()).isEqualTo(4711);
    assertThat(receipt).isEqualTo(new DeliveryReceipt(submitted.get("id").asText(), world.texts.clock.instant()));
    assertThat(world.awaitReports(1)).containsExactly(new DeliveryReport("smpp", receipt.gatewayReference(),
        Result.DELIVERED, false, "DELIVRD", world.texts.clock.instant()));
    assertThat(smsc.awaitEvents("delivered", 1).get(0).get("status").asInt()).isZero();
    assertThat(smsc.events("bind").get(0).get("version").asInt()).isEqualTo(0x34);
    assertThat(log).contains("Bound to the message centre").doesNotContain("34600000001", "Please pay",
        SmppWorld.PASSWORD);
  }

  @Test
  void aLongTextInTheGsmAlphabetComesTogetherExactlyInThreeMessages() {
    String text = "a".repeat(152) + "[" + "b".repeat(151) + "€" + "c".repeat(20) + "\nÄñ@£";
    DeliveryReceipt receipt = world.deliver("+34600000001", text);

    assertThat(lastMessage().get("text").asText()).isEqualTo(text);
    assertThat(lastMessage().get("parts").asInt()).isEqualTo(3);
    List<JsonNode> parts = smsc.events("submit");
    assertThat(parts).extracting(part -> part.get("esmClass").asInt()).containsOnly(0x40);
    assertThat(parts).extracting(part -> part.get("udh").asText()).allMatch(header -> header.startsWith("0003"));
    assertThat(parts).extracting(part -> part.get("receiptAsked").asBoolean()).containsExactly(false, false, true);
    assertThat(receipt.gatewayReference()).isEqualTo(parts.get(2).get("id").asText());
    assertThat(world.awaitReports(1)).extracting(DeliveryReport::gatewayReference)
        .containsExactly(receipt.gatewayReference());
  }

  @Test
  void aLongTextInChineseComesTogetherExactly() {
    String text = "请".repeat(66) + "😀" + "付款。".repeat(30);
    world.deliver("+34600000001", text);

    assertThat(lastMessage().get("text").asText()).isEqualTo(text);
    assertThat(lastMessage().get("parts").asInt()).isEqualTo(3);
    assertThat(smsc.events("submit")).extracting(part -> part.get("dataCoding").asInt()).containsOnly(8);
  }

  @Test
  void aLongTextCanBeMarkedByParametersInstead() {
    start(Map.of("long-texts", "sar"));
    world.deliver("+34600000001", "a".repeat(200));

    assertThat(lastMessage().get("text").asText()).isEqualTo("a".repeat(200));
    assertThat(smsc.events("submit")).extracting(part -> part.get("esmClass").asInt()).containsOnly(0);
  }

  @Test
  void aTextThatTakesTooManyMessagesIsRefusedBeforeAnythingIsSent() {
    assertThatThrownBy(() -> world.deliver("+34600000001", "a".repeat(4 * 153 + 1)))
        .isInstanceOf(MessageRefusedException.class).hasMessage("the text takes 5 messages, more than the 4 allowed");
    assertThatThrownBy(() -> world.deliver("0600 1", "Hello"))
        .isInstanceOfSatisfying(MessageRefusedException.class, e -> assertThat(e.addressInvalid()).isTrue());
    world.deliver("+34600000001", "a".repeat(4 * 153));

    assertThat(smsc.awaitEvents("submit", 4)).hasSize(4);
  }

  @Test
  void aBusyCentreTakesTheMessageLater() {
    assertThatThrownBy(() -> world.deliver("+34600000010", "Hello")).isInstanceOf(GatewayUnavailableException.class)
        .hasMessageContaining("0x00000058");
    assertThat(world.deliver("+34600000010", "Hello").gatewayReference()).isNotEmpty();
    assertThatThrownBy(() -> world.deliver("+34600000011", "Hello")).isInstanceOf(GatewayUnavailableException.class);
    assertThat(smsc.awaitEvents("message", 1)).hasSize(1);
  }

  @Test
  void allPartsOfALongTextAreAtTheCentreInTheirOrderBeforeItAnswersOne() {
    start(Map.of(), "--answer-together");
    DeliveryReceipt receipt = world.deliver("+34600000001", "a".repeat(153) + "b".repeat(153) + "c");

    assertThat(smsc.awaitEvents("answer", 3)).extracting(answer -> answer.get("part").asInt())
        .as("which it does in whatever order").containsExactly(3, 2, 1);
    assertThat(smsc.events("submit")).extracting(submit -> submit.get("part").asInt()).containsExactly(1, 2, 3);
    assertThat(receipt.gatewayReference()).isEqualTo(smsc.events("submit").get(2).get("id").asText());
    assertThat(world.awaitReports(1)).extracting(DeliveryReport::gatewayReference)
        .containsExactly(receipt.gatewayReference());
  }

  /** The parts that the centre got, up to now: a text behind them tells that it wrote down all. */
  private List<Integer> submittedParts() {
    world.awaitBound();
    world.deliver("+34600000002", "Was that all?");
    await().atMost(SmppWorld.PATIENCE).until(() -> smsc.events("submit").stream()
        .anyMatch(SmppWithNodeTest::asksWhetherThatWasAll));
    return smsc.events("submit").stream().filter(submit -> !asksWhetherThatWasAll(submit))
        .map(submit -> submit.get("part").asInt()).toList();
  }

  private static boolean asksWhetherThatWasAll(JsonNode submit) {
    return submit.get("text").asText().equals("Was that all?");
  }

  @Test
  void aTextThatTakesMoreMessagesThanTheWindowHasRoomForGoesOutAllTheSame() {
    start(Map.of("window", 1));
    world.deliver("+34600000001", "a".repeat(400));

    assertThat(lastMessage().get("text").asText()).isEqualTo("a".repeat(400));
    assertThat(world.awaitReports(1)).hasSize(1);
    assertThat(submittedParts()).containsExactly(1, 2, 3);
  }

  @ParameterizedTest
  @CsvSource({"12, 2", "13, 1"})
  void aPartThatTheCentreIsTooBusyForIsTakenAMomentLater(String ending, int late) {
    start(Map.of(), "--answer-together");
    DeliveryReceipt receipt = world.deliver("+346000000" + ending, "a".repeat(400));

    assertThat(lastMessage().get("text").asText()).isEqualTo("a".repeat(400));
    assertThat(receipt.gatewayReference()).as("the last part's, as the receipt has it")
        .isEqualTo(smsc.events("submit").get(2).get("id").asText());
    assertThat(world.awaitReports(1)).extracting(DeliveryReport::gatewayReference)
        .containsExactly(receipt.gatewayReference());
    assertThat(submittedParts()).containsExactly(1, 2, 3, late);
  }

  @Test
  void aCentreThatStaysTooBusyForTheRestOfALongTextLeavesItInDoubt() {
    start(Map.of("response-timeout", "700ms"));
    assertThatThrownBy(() -> world.deliver("+34600000014", "a".repeat(200)))
        .satisfies(e -> assertInDoubt((RuntimeException) e)).hasMessageContaining("part 2 of 2");

    assertThat(submittedParts()).as("what was taken is not sent again").startsWith(1, 2, 2).containsOnlyOnce(1);
  }

  @ParameterizedTest
  @CsvSource({"11, Unavailable", "20, Refused"})
  void aLongTextOfWhichNoPartIsTakenWasCertainlyNotTaken(String ending, String kind) {
    start(Map.of(), "--answer-together");
    assertThatThrownBy(() -> world.deliver("+346000000" + ending, "a".repeat(200)))
        .isInstanceOfAny(MessageRefusedException.class, GatewayUnavailableException.class)
        .satisfies(e -> assertThat(e.getClass().getSimpleName()).contains(kind));

    assertThat(submittedParts()).containsExactly(1, 2);
  }

  @ParameterizedTest
  @CsvSource({"+34600000020, true", "+34600000021, false"})
  void aRefusalTellsWhetherTheNumberIsAtFault(String number, boolean numberAtFault) {
    assertThatThrownBy(() -> world.deliver(number, "Hello Ana"))
        .isInstanceOfSatisfying(MessageRefusedException.class,
            e -> assertThat(e.addressInvalid()).isEqualTo(numberAtFault))
        .hasMessageNotContainingAny(number.substring(1), "Ana");
  }

  @Test
  void aCodeOfTheCentresOwnMeansWhatTheSettingsSay() {
    start(Map.of("temporary-errors", "0x400"));
    assertThatThrownBy(() -> world.deliver("+34600000021", "Hello")).isInstanceOf(GatewayUnavailableException.class);

    start(Map.of("invalid-number-errors", "0x400"));
    assertThatThrownBy(() -> world.deliver("+34600000021", "Hello"))
        .isInstanceOfSatisfying(MessageRefusedException.class, e -> assertThat(e.addressInvalid()).isTrue());
  }

  @ParameterizedTest
  @ValueSource(strings = {"+34600000030", "+34600000031"})
  void aMessageWhoseAnswerDoesNotComeIsInDoubt(String number) {
    assertThatThrownBy(() -> world.deliver(number, "Hello Ana")).satisfies(e -> assertInDoubt((RuntimeException) e))
        .hasMessageNotContainingAny(number.substring(1), "Ana");
    assertThat(smsc.awaitEvents("message", 1)).as("the centre took it all the same").hasSize(1);
    world.awaitBound();
    assertThat(world.deliver("+34600000001", "Hello").gatewayReference()).isNotEmpty();
  }

  @ParameterizedTest
  @CsvSource({"22, part 2 of 3", "23, part 1 of 3"})
  void aLongTextOfWhichOnePartIsRefusedIsInDoubtAndNoPartIsSentAgain(String ending, String refused) {
    start(Map.of(), "--answer-together");
    assertThatThrownBy(() -> world.deliver("+346000000" + ending, "a".repeat(400)))
        .satisfies(e -> assertInDoubt((RuntimeException) e))
        .hasMessageContaining(refused + " was not taken, and another was");

    assertThat(submittedParts()).containsExactly(1, 2, 3);
  }

  @ParameterizedTest
  @CsvSource({"32, of 2 did not come", "33, answer to part 1 of 2 did not come"})
  void aLongTextOfWhichOnePartIsNotAnsweredIsInDoubtAndNoPartIsSentAgain(String ending, String silent) {
    start(Map.of("response-timeout", "1s"));
    assertThatThrownBy(() -> world.deliver("+346000000" + ending, "a".repeat(200)))
        .satisfies(e -> assertInDoubt((RuntimeException) e)).hasMessageContaining(silent);

    assertThat(submittedParts()).containsExactly(1, 2);
    world.awaitBound();
    assertThat(world.deliver("+34600000001", "Hello").gatewayReference()).isNotEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"20", "21"})
  void noPartGoesOutBehindOneThatIsKnownToBeRefused(String ending) {
    start(Map.of("messages-per-second", 2));
    assertThatThrownBy(() -> world.deliver("+346000000" + ending, "a".repeat(400)))
        .isInstanceOf(MessageRefusedException.class);

    assertThat(submittedParts()).containsExactly(1);
  }

  private static void assertInDoubt(RuntimeException e) {
    assertThat(e).isNotInstanceOfAny(MessageRefusedException.class, GatewayUnavailableException.class)
        .hasMessageStartingWith("In doubt");
  }

  @ParameterizedTest
  @CsvSource({"51, FAILED, true, UNDELIV 001", "52, FAILED, false, EXPIRED 006", "54, FAILED, true, FAILED 1"})
  void aFailedDeliveryIsReportedWithItsReason(String ending, Result result, boolean numberAtFault, String reason) {
    DeliveryReceipt receipt = world.deliver("+346000000" + ending, "Hello");

    assertThat(world.awaitReports(1)).containsExactly(new DeliveryReport("smpp", receipt.gatewayReference(), result,
        numberAtFault, reason, world.texts.clock.instant()));
  }

  @Test
  void aReceiptThatComesBeforeTheAnswerIsReportedToo() throws Exception {
    var delivering = CompletableFuture.supplyAsync(() -> world.deliver("+34600000053", "Hello"));

    List<DeliveryReport> reports = world.awaitReports(1);
    assertThat(delivering).isNotDone();
    assertThat(delivering.get().gatewayReference()).isEqualTo(reports.get(0).gatewayReference());
  }

  @Test
  void aRepeatedReceiptIsReportedEachTimeAndOneThatIsNotFinalIsNot() {
    world.deliver("+34600000055", "Hello");

    assertThat(smsc.awaitEvents("delivered", 3)).extracting(event -> event.get("status").asInt()).containsOnly(0);
    assertThat(world.reports).extracting(DeliveryReport::result).containsExactly(Result.DELIVERED, Result.DELIVERED);
  }

  @Test
  void aReceiptThatCouldNotBeStoredIsAskedForAgain(CapturedOutput log) {
    world.reportsToFail.set(1);
    world.deliver("+34600000001", "Hello");

    assertThat(smsc.awaitEvents("delivered", 1).get(0).get("status").asInt()).isEqualTo(0x64);
    assertThat(log).contains("it is to come again").doesNotContain(ANA, "the database is away");
  }

  @Test
  void receiptsInDecimalMatchAnswersInHexadecimal() {
    start(Map.of("message-id-form", "hex-then-decimal"), "--hex-ids");
    DeliveryReceipt text = world.deliver("+34600000001", "Hello");
    assertThat(world.awaitReports(1).get(0).gatewayReference()).isEqualTo(text.gatewayReference());

    DeliveryReceipt parameters = world.deliver("+34600000054", "Hello");
    assertThat(world.awaitReports(2).get(1).gatewayReference()).isEqualTo(parameters.gatewayReference());
  }

  @Test
  void remitBindsAgainWhenTheCentreComesBack(CapturedOutput log) {
    smsc.kill();
    await().atMost(SmppWorld.PATIENCE).untilAsserted(() -> assertThatThrownBy(
        () -> world.deliver("+34600000001", "Hello")).isInstanceOf(GatewayUnavailableException.class));

    smsc.start();
    world.awaitBound();

    world.deliver("+34600000001", "Hello");
    assertThat(smsc.awaitEvents("message", 1)).hasSize(1);
    assertThat(log).contains("Lost the message centre");
  }

  @Test
  void withAWrongPasswordTheGatewayStaysUnavailableAndTheLogSaysWhy(CapturedOutput log) {
    try (SmppWorld wrong = new SmppWorld(smsc.port(), Map.of("password", "Wr0ng!"))) {
      await().atMost(SmppWorld.PATIENCE).until(() -> log.getOut().contains("it refuses the password"));
      assertThatThrownBy(() -> wrong.deliver("+34600000001", "Hello")).isInstanceOf(GatewayUnavailableException.class);
      assertThat(smsc.awaitEvents("bind", 3)).as("it keeps trying").hasSizeGreaterThanOrEqualTo(3);
      assertThat(log).doesNotContain("Wr0ng!");
    }
  }

  @Test
  void messagesAreSpreadOverTheSecond() {
    start(Map.of("messages-per-second", 20));
    long begin = System.nanoTime();
    IntStream.rangeClosed(1, 11).forEach(number -> world.deliver("+34600000001", "Hello"));

    assertThat((System.nanoTime() - begin) / 1_000_000).isGreaterThanOrEqualTo(500);
  }

  @Test
  void thePartsOfLongTextsAreSpreadOverTheSecondLikeAnyOtherMessage() {
    start(Map.of("messages-per-second", 20));
    long begin = System.nanoTime();
    IntStream.rangeClosed(1, 4).forEach(number -> world.deliver("+34600000001", "a".repeat(400)));

    assertThat((System.nanoTime() - begin) / 1_000_000).as("eleven pauses of 50 ms between twelve parts")
        .isGreaterThanOrEqualTo(550);
    assertThat(submittedParts()).containsExactly(1, 2, 3, 1, 2, 3, 1, 2, 3, 1, 2, 3);
  }

  @Test
  void moreMessagesThanMayGoOutAreLeftForLater() {
    start(Map.of("messages-per-second", 1, "response-timeout", "500ms"));
    world.deliver("+34600000001", "Hello");

    assertThatThrownBy(() -> world.deliver("+34600000001", "Hello")).isInstanceOf(GatewayUnavailableException.class)
        .hasMessageContaining("in a second");
    assertThat(smsc.awaitEvents("submit", 1)).hasSize(1);
  }

  @Test
  void withTlsTheCentresNameAndCertificateAreChecked(CapturedOutput log) throws Exception {
    TestCertificate right = TestCertificate.forHost(folder, "localhost");
    start(Map.of("tls", true, "trust-certificate", right.certificateFile().toUri()), "--tls-key",
        right.keyFile().toString(), "--tls-cert", right.certificateFile().toString());
    world.deliver("+34600000001", "Hello over TLS");
    assertThat(lastMessage().get("text").asText()).isEqualTo("Hello over TLS");

    try (SmppWorld trustsNobody = new SmppWorld(smsc.port(), Map.of("tls", true))) {
      await().atMost(SmppWorld.PATIENCE).until(() -> log.getOut().contains("SSLHandshakeException"));
      assertThatThrownBy(() -> trustsNobody.deliver("+34600000001", "Hello"))
          .isInstanceOf(GatewayUnavailableException.class);
    }
  }

  @Test
  void withTlsACentreOfAnotherNameIsNotTrusted(CapturedOutput log) throws Exception {
    TestCertificate other = TestCertificate.forHost(folder, "other.example");
    try (NodeSmsc elsewhere = new NodeSmsc(Files.createDirectory(folder.resolve("elsewhere")), "--tls-key",
        other.keyFile().toString(), "--tls-cert", other.certificateFile().toString());
        SmppWorld careful = new SmppWorld(elsewhere.port(),
            Map.of("tls", true, "trust-certificate", other.certificateFile().toUri()))) {
      await().atMost(SmppWorld.PATIENCE).until(() -> log.getOut().contains("SSLHandshakeException"));
      assertThatThrownBy(() -> careful.deliver("+34600000001", "Hello"))
          .isInstanceOf(GatewayUnavailableException.class);
      assertThat(elsewhere.events("bind")).isEmpty();
    }
  }

  @Test
  void whoTextsStopGetsNoMoreTextsAndOneAnswer(CapturedOutput log) {
    smsc.send(Map.of("from", ANA, "text", "STOP"));
    smsc.awaitEvents("delivered", 1);
    world.texts.clock.move(Duration.ofHours(1));
    smsc.send(Map.of("from", ANA, "text", "Stop."));
    smsc.awaitEvents("delivered", 2);

    assertThat(world.texts.optedOut("ANA")).isTrue();
    assertThat(world.texts.replies).containsExactly("ANA +" + ANA + " stop-confirmed-sms");
    assertThat(world.texts.count("incoming_text")).isEqualTo(2);
    assertThat(log).doesNotContain(ANA);
  }

  @Test
  void whoTextsStopInChineseIsUnderstood() {
    smsc.send(Map.of("from", ANA, "text", "退订", "coding", 8));
    smsc.awaitEvents("delivered", 1);

    assertThat(world.texts.optedOut("ANA")).isTrue();
  }

  @Test
  void anythingElseIsInTheTimelineAndComesToTheCollector() {
    smsc.send(Map.of("from", ANA, "text", "I can pay €50 [half] on Friday"));
    smsc.awaitEvents("delivered", 1);

    assertThat(world.texts.timeline("C-ANA"))
        .containsExactly("INCOMING: The debtor wrote: I can pay €50 [half] on Friday");
    assertThat(world.texts.written).containsExactly("C-ANA");
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void aLongIncomingTextIsPutTogether(boolean parameters) {
    List<String> parts = List.of("请".repeat(67), "付".repeat(67), "好😀");
    smsc.send(Map.of("from", ANA, "parts", parts, "coding", 8, "reference", 7, "sar", parameters));
    smsc.awaitEvents("delivered", 3);

    assertThat(world.texts.timeline("C-ANA")).containsExactly("INCOMING: The debtor wrote: " + String.join("", parts));
  }

  @Test
  void aTextFromAnUnknownNumberIsKept(CapturedOutput log) {
    smsc.send(Map.of("from", "4930999999", "text", "Who are you?"));
    assertThat(smsc.awaitEvents("delivered", 1).get(0).get("status").asInt()).isZero();

    assertThat(world.texts.count("incoming_text")).isEqualTo(1);
    assertThat(world.texts.timeline("C-ANA")).isEmpty();
    assertThat(log).doesNotContain("4930999999", "Who are you");
  }

  @Test
  void aTextThatTheCentreRepeatsIsTakenOnce() {
    Map<String, Object> unnamed = Map.of("from", ANA, "text", "Call me");
    smsc.send(unnamed);
    smsc.awaitEvents("delivered", 1);
    world.texts.clock.move(Duration.ofMinutes(4));
    smsc.send(unnamed);
    smsc.awaitEvents("delivered", 2);
    assertThat(world.texts.timeline("C-ANA")).hasSize(1);

    world.texts.clock.move(Duration.ofMinutes(30));
    smsc.send(unnamed);
    smsc.awaitEvents("delivered", 3);
    assertThat(world.texts.timeline("C-ANA")).as("the debtor wrote the same again").hasSize(2);

    Map<String, Object> named = Map.of("from", ANA, "text", "Call me soon", "id", "mo-1");
    smsc.send(named);
    world.texts.clock.move(Duration.ofDays(1));
    smsc.send(named);
    smsc.awaitEvents("delivered", 5);
    assertThat(world.texts.timeline("C-ANA")).hasSize(3);
  }

  @Test
  void aStopWhoseAnswerCouldNotBePlannedIsAskedForAgain() {
    world.texts.replyFails = true;
    smsc.send(Map.of("from", ANA, "text", "STOP"));
    assertThat(smsc.awaitEvents("delivered", 1).get(0).get("status").asInt()).isEqualTo(0x64);
    assertThat(world.texts.optedOut("ANA")).isFalse();

    smsc.send(Map.of("from", ANA, "text", "STOP"));
    assertThat(smsc.awaitEvents("delivered", 2).get(1).get("status").asInt()).isZero();
    assertThat(world.texts.optedOut("ANA")).isTrue();
    assertThat(world.texts.replies).hasSize(1);
  }

  @Test
  void theCentresLockFileNamesNoPlaceToFetchFrom() throws IOException {
    assertThat(Files.readString(Path.of("src", "test", "smsc", "package-lock.json"))).doesNotContain("\"resolved\"");
  }
}
