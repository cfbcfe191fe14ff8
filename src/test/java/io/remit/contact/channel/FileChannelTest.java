package io.remit.contact.channel;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.remit.cases.Channel;
import io.remit.contact.DeliveryReceipt;
import io.remit.files.WorkFolder;
import io.remit.gate.RenderedText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.NullAndEmptySource;
import org.junit.jupiter.params.provider.ValueSource;

class FileChannelTest {

  private static final Instant NOW = Instant.parse("2026-03-02T09:30:15.123Z");
  private static final RenderedText EMAIL =
      new RenderedText("overdue-email", "zh", 2, "您的账户", "尊敬的 Łukasz 王\n\n请付款。");
  private static final RenderedText SMS = new RenderedText("overdue-sms", "en", 1, null, "Please pay.");

  @TempDir
  Path folder;
  private FileChannel channel;

  @BeforeEach
  void channelOnAFixedClock() {
    channel = new FileChannel(new WorkFolder(folder.toString()), Clock.fixed(NOW, ZoneOffset.UTC));
  }

  @Test
  void writesTheMessageAsPeopleReadIt() {
    DeliveryReceipt receipt =
        channel.deliver(new OutgoingMessage("100001-7.a_b", Channel.EMAIL, "100001", "D1", "ana@bank.example", EMAIL));

    assertThat(receipt).isEqualTo(new DeliveryReceipt("outbox/email/100001-7.a_b.txt", NOW));
    assertThat(folder.resolve("outbox/email/100001-7.a_b.txt")).hasContent("""
        To: ana@bank.example
        Channel: EMAIL
        Case: 100001
        Template: overdue-email
        Version: 2
        Language: zh
        Subject: 您的账户
        Date: 2026-03-02T09:30:15Z

        尊敬的 Łukasz 王

        请付款。
        """);
  }

  @Test
  void leavesTheSubjectOutOfAnSms() {
    channel.deliver(new OutgoingMessage("1", Channel.SMS, "100001", "D1", "+4930123456", SMS));

    assertThat(folder.resolve("outbox/sms/1.txt")).content().contains("To: +4930123456\n").doesNotContain("Subject");
  }

  @Test
  void deliversAReferenceOnceHoweverOftenItIsAsked() throws IOException {
    OutgoingMessage message = new OutgoingMessage("1", Channel.ROBOT_CALL, "100001", "D1", "+4930123456", SMS);

    DeliveryReceipt first = channel.deliver(message);
    String content = Files.readString(folder.resolve("outbox/robot_call/1.txt"));
    DeliveryReceipt second = channel.deliver(message);

    assertThat(second).isEqualTo(first);
    assertThat(folder.resolve("outbox/robot_call/1.txt")).hasContent(content);
    try (Stream<Path> files = Files.list(folder.resolve("outbox/robot_call"))) {
      assertThat(files).hasSize(1);
    }
  }

  @Test
  void letsNoValueAddAHeader() throws IOException {
    RenderedText text = new RenderedText("x-email", "en", 1, "Hello\r\nBcc: all@bank.example\n\nBody", "Hello");
    channel.deliver(new OutgoingMessage("1", Channel.LETTER, "1\nBcc: x", "D1", "Road 1\n10115 Berlin\u2028Bcc: y",
        text));

    assertThat(Files.readAllLines(folder.resolve("outbox/letter/1.txt")))
        .contains("To: Road 1 10115 Berlin Bcc: y", "Subject: Hello Bcc: all@bank.example Body", "Case: 1 Bcc: x")
        .noneMatch(line -> line.startsWith("Bcc"));
  }

  @ParameterizedTest
  @NullAndEmptySource
  @ValueSource(strings = {"..", "../1", "a/b", "a b", "ana@bank.example", ".x", "a\nb", "名"})
  void refusesAReferenceThatCannotNameAFile(String reference) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new OutgoingMessage(reference, Channel.SMS, "100001", "D1", "+4930123456", SMS))
        .withMessageContaining("reference");
  }

  @ParameterizedTest
  @NullAndEmptySource
  @ValueSource(strings = " ")
  void refusesAMessageToNobody(String recipient) {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new OutgoingMessage("1", Channel.SMS, "100001", "D1", recipient, SMS));
  }

  @Test
  void aMessageDoesNotTellPersonalDataToLogs() {
    assertThat(new OutgoingMessage("1", Channel.SMS, "100001", "D1", "+4930123456", SMS)).asString()
        .doesNotContain("+49", "Please pay").contains("100001");
  }
}
