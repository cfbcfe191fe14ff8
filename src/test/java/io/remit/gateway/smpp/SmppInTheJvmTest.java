package io.remit.gateway.smpp;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import io.remit.cases.Channel;
import io.remit.contact.DeliveryReport;
import io.remit.contact.DeliveryReport.Result;
import io.remit.contact.DeliveryStatus;
import io.remit.contact.channel.GatewayUnavailableException;
import io.remit.contact.channel.MessageChannel;
import io.remit.contact.channel.MessageRefusedException;
import io.remit.contact.channel.OutgoingMessage;
import io.remit.contact.dispatch.DeliveryReports;
import io.remit.contact.incoming.IncomingTextParts;
import io.remit.contact.incoming.IncomingTexts;
import io.remit.gate.RenderedText;
import java.io.DataInputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jsmpp.SMPPConstant;
import org.jsmpp.bean.SubmitSm;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.mockito.Mockito;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.boot.test.system.CapturedOutput;
import org.springframework.boot.test.system.OutputCaptureExtension;

/** Text messages by SMPP, with a message centre that a test has in its hand. */
@Tag("long")
@ExtendWith(OutputCaptureExtension.class)
class SmppInTheJvmTest {

  private static final String NUMBER = "+34600000001";

  private JsmppSmsc smsc;
  private SmppWorld world;

  @BeforeEach
  void bind() throws IOException {
    smsc = new JsmppSmsc();
    world = new SmppWorld(smsc.port(), Map.of());
    world.awaitBound();
  }

  @AfterEach
  void close() throws IOException {
    world.close();
    smsc.close();
  }

  @Test
  void aTextArrives() {
    assertThat(world.deliver(NUMBER, "Hello").gatewayReference()).isEqualTo("1");

    assertThat(smsc.submitted).hasSize(1);
    assertThat(smsc.submitted.get(0).getShortMessage()).isEqualTo("Hello".getBytes(StandardCharsets.US_ASCII));
    assertThat(smsc.submitted.get(0).getDestAddress()).isEqualTo("34600000001");
  }

  @Test
  void manyTextsAtATimeArriveOnceEachAndNoMoreWaitThanTheWindowAllows() throws Exception {
    try (SmppWorld narrow = new SmppWorld(smsc.port(), Map.of("window", 4))) {
      narrow.awaitBound();
      ExecutorService senders = Executors.newFixedThreadPool(16);
      List<Callable<String>> messages = IntStream.range(0, 500).<Callable<String>>mapToObj(number ->
          () -> narrow.deliver(NUMBER, "Message " + number).gatewayReference()).toList();
      Set<String> references = senders.invokeAll(messages).stream().map(SmppInTheJvmTest::result)
          .collect(Collectors.toSet());
      senders.shutdown();

      assertThat(references).hasSize(500);
      assertThat(smsc.submitted.stream().map(SubmitSm::getShortMessage).map(String::new)).doesNotHaveDuplicates()
          .hasSize(500);
      assertThat(smsc.mostWaiting()).isLessThanOrEqualTo(4);
    }
  }

  private static String result(Future<String> future) {
    try {
      return future.get();
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {SMPPConstant.STAT_ESME_RTHROTTLED, SMPPConstant.STAT_ESME_RMSGQFUL,
      SMPPConstant.STAT_ESME_RSYSERR, SMPPConstant.STAT_ESME_RSUBMITFAIL, SMPPConstant.STAT_ESME_RINVSRCADR,
      SMPPConstant.STAT_ESME_RX_T_APPN})
  void whatIsNoFaultOfTheMessageIsTriedLater(int status) {
    smsc.status = status;

    assertThatThrownBy(() -> world.deliver(NUMBER, "Hello")).isInstanceOf(GatewayUnavailableException.class);

    smsc.status = SMPPConstant.STAT_ESME_ROK;
    world.deliver(NUMBER, "Hello");
  }

  @ParameterizedTest
  @CsvSource({"0x0b, true", "0x01, false", "0x43, false", "0x65, false", "0x104, false", "0xfe, false", "0x4ff, false"})
  void whatIsTheFaultOfTheMessageOrItsNumberIsRefused(String status, boolean numberAtFault) {
    smsc.status = Integer.decode(status);

    assertThatThrownBy(() -> world.deliver(NUMBER, "Hello")).isInstanceOfSatisfying(MessageRefusedException.class,
        e -> assertThat(e.addressInvalid()).isEqualTo(numberAtFault));
  }

  @Test
  void theCentreCannotBeAskedForAMessageInDoubt() {
    assertThat(world.channel.find("C100001-4711")).isEqualTo(DeliveryStatus.cannotTell());
    assertThat(world.channel.name()).isEqualTo("smpp");
    assertThatIllegalArgumentException().isThrownBy(() -> world.channel.deliver(new OutgoingMessage("1", Channel.EMAIL,
        "C1", "D1", "ana@bank.example", new RenderedText("overdue-email", "en", 1, "Hello", "Hello"))));
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', textBlock = """
      id:1 sub:001 dlvrd:001 done date:26030209 stat:DELIVRD err:000 text:id:2 stat:UNDELIV | DELIVERED | false | \
      DELIVRD
      id:1 stat:DELIVRD | DELIVERED | false | DELIVRD
      id:1 stat:undeliv err:1 | FAILED | true | UNDELIV 1
      id:1 sub:1 dlvrd:0 stat:UNDELIV err:006 Text: | FAILED | false | UNDELIV 006
      id:1 stat:REJECTD err:0A1 | FAILED | false | REJECTD 0A1
      id:1 stat:DELETED | FAILED | false | DELETED
      """)
  void aReceiptInWhateverFormIsUnderstood(String text, Result result, boolean numberAtFault, String reason)
      throws Exception {
    assertThat(smsc.sendReceipt(text)).isZero();

    assertThat(world.reports).containsExactly(
        new DeliveryReport("smpp", "1", result, numberAtFault, reason, world.texts.clock.instant()));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "id:1 stat:ENROUTE", "id:1 stat:ACCEPTD", "id:1 stat:UNKNOWN", "stat:DELIVRD",
      "Hello Ana, text: id:1 stat:DELIVRD"})
  void aReceiptThatReportsNothingIsPassedOver(String text) throws Exception {
    assertThat(smsc.sendReceipt(text)).isZero();

    assertThat(world.reports).isEmpty();
  }

  @Test
  void textsInOtherAlphabetsAreRead() throws Exception {
    world.texts.debtor("ANA", "+34911234567");
    byte none = 0;
    smsc.send("34911234567", none, (byte) 0x03, "Señor Ü".getBytes(StandardCharsets.ISO_8859_1));
    smsc.send("34911234567", none, (byte) 0x06, "Привет".getBytes("ISO-8859-5"));
    smsc.send("34911234567", none, (byte) 0x18, "你好".getBytes(StandardCharsets.UTF_16BE));
    smsc.send("34911234567", none, (byte) 0xF1, new byte[] {0x00, 0x1B, 0x65});
    smsc.send("34911234567", (byte) 0x40, none, new byte[] {(byte) 0xFF, 'H', 'i'});

    assertThat(world.texts.timeline("C-ANA")).containsExactly("INCOMING: The debtor wrote: Señor Ü",
        "INCOMING: The debtor wrote: Привет", "INCOMING: The debtor wrote: 你好", "INCOMING: The debtor wrote: @€",
        "INCOMING: The debtor wrote: ?Hi");
  }

  @ParameterizedTest
  @CsvSource({"34911234567, 1, '', +34911234567", "+34911234567, 1, '', +34911234567",
      "34911234567, 0, '', +34911234567",
      "0034911234567, 0, '', +34911234567", "911234567, 2, ES, +34911234567", "02079460100, 0, GB, +442079460100",
      "BANK, 5, '', BANK", "12, 1, '', 12", "'', 0, '', ''"})
  void aSendersNumberIsWrittenAsRemitKnowsIt(String address, byte typeOfNumber, String country, String number) {
    assertThat(SenderNumber.of(address, typeOfNumber, country)).isEqualTo(number);
  }

  @Test
  void aStopUnbinds() {
    world.link.stop();

    assertThat(world.link.isRunning()).isFalse();
    assertThatThrownBy(() -> world.deliver(NUMBER, "Hello")).isInstanceOf(GatewayUnavailableException.class);
    world.link.start();
    world.awaitBound();
    world.deliver(NUMBER, "Hello");
  }

  @Test
  void aCentreThatSaysNothingMoreIsLeftAndBoundAnew() throws IOException {
    AtomicInteger binds = new AtomicInteger();
    try (ServerSocket mute = new ServerSocket(0, 5, InetAddress.getLoopbackAddress())) {
      Thread peer = new Thread(() -> answerBindsOnly(mute, binds), "mute-smsc");
      peer.setDaemon(true);
      peer.start();
      try (SmppWorld patient = new SmppWorld(mute.getLocalPort(),
          Map.of("enquire-link", "200ms", "response-timeout", "300ms"))) {
        await().atMost(SmppWorld.PATIENCE).until(() -> binds.get() >= 2);
        assertThat(patient.link.isRunning()).isTrue();
      }
    }
  }

  private static void answerBindsOnly(ServerSocket server, AtomicInteger binds) {
    try {
      while (true) {
        Socket socket = server.accept();
        DataInputStream in = new DataInputStream(socket.getInputStream());
        byte[] bind = new byte[in.readInt() - 4];
        in.readFully(bind);
        byte[] name = "smsc\0".getBytes(StandardCharsets.US_ASCII);
        socket.getOutputStream().write(ByteBuffer.allocate(16 + name.length).putInt(16 + name.length)
            .putInt(SMPPConstant.CID_BIND_TRANSCEIVER_RESP).putInt(0).putInt(ByteBuffer.wrap(bind).getInt(8))
            .put(name).array());
        binds.incrementAndGet();
      }
    } catch (IOException e) {
      // the test is over
    }
  }

  @Test
  void remitStartsWithoutTheCentreAndBindsWhenItComes(CapturedOutput log) throws IOException {
    int port;
    try (ServerSocket free = new ServerSocket(0)) {
      port = free.getLocalPort();
    }
    application("remit.smpp.system-id=remit", "remit.smpp.port=" + port, "remit.smpp.password=" + SmppWorld.PASSWORD)
        .run(context -> {
          assertThat(context).hasSingleBean(MessageChannel.class);
          assertThat(context.getBean(SmppLink.class).isRunning()).isTrue();
          assertThatThrownBy(() -> context.getBean(MessageChannel.class).deliver(SmppWorld.message(NUMBER, "Hello")))
              .isInstanceOf(GatewayUnavailableException.class);
          await().atMost(SmppWorld.PATIENCE).until(() -> log.getOut().contains("Could not bind"));
          assertThat(log).contains("ConnectException").doesNotContain(SmppWorld.PASSWORD);
        });
  }

  @Test
  void theGatewayIsThereOnlyWhereItIsChosen() {
    new ApplicationContextRunner().withUserConfiguration(SmppConfiguration.class)
        .withPropertyValues("remit.channels.sms=file")
        .run(context -> assertThat(context).doesNotHaveBean(MessageChannel.class).doesNotHaveBean(SmppLink.class));
  }

  @ParameterizedTest
  @CsvSource({"password, far-too-long-9, remit.smpp.password", "system-id, '', remit.smpp.system-id",
      "source-address, 123456789012345678901, remit.smpp.source-address", "window, 0, remit.smpp.window",
      "max-segments, 0, remit.smpp.max-segments"})
  void settingsThatCannotWorkStopTheStartAndAreNotRepeated(String setting, String value, String named) {
    application("remit.smpp.system-id=remit", "remit.smpp." + setting + "=" + value)
        .run(context -> assertThat(context).hasFailed().getFailure().rootCause().hasMessageContaining(named)
            .satisfies(e -> assertThat(e.getMessage()).doesNotContain("far-too-long")));
  }

  private static ApplicationContextRunner application(String... properties) {
    return new ApplicationContextRunner().withUserConfiguration(SmppConfiguration.class)
        .withBean(Clock.class, Clock::systemUTC)
        .withBean(DeliveryReports.class, () -> Mockito.mock(DeliveryReports.class))
        .withBean(IncomingTexts.class, () -> Mockito.mock(IncomingTexts.class))
        .withBean(IncomingTextParts.class, () -> Mockito.mock(IncomingTextParts.class))
        .withPropertyValues("remit.channels.sms=smpp").withPropertyValues(properties);
  }

  @Test
  void nothingPersonalIsToldToLogs() {
    assertThat(SmppWorld.settings(1, Map.of())).asString().doesNotContain(SmppWorld.PASSWORD);
    assertThat(new ShortMessage((byte) 0, (byte) 0, new byte[5])).asString().isEqualTo("ShortMessage[5]");
    assertThat(new IncomingContent("Hello", Optional.empty())).asString().isEqualTo("IncomingContent[5]");
  }
}
