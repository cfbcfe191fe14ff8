package io.remit.gateway.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.remit.cases.Channel;
import io.remit.contact.DeliveryReceipt;
import io.remit.contact.DeliveryStatus;
import io.remit.contact.channel.GatewayUnavailableException;
import io.remit.contact.channel.MessageRefusedException;
import io.remit.contact.channel.OutgoingMessage;
import io.remit.contact.text.MessageTexts;
import io.remit.contact.text.Placeholder;
import io.remit.contact.text.PublicAddress;
import io.remit.gate.RenderedText;
import io.remit.gateway.GatewayDatabase;
import io.remit.gateway.TestCertificate;
import io.remit.model.ModelsForTests;
import jakarta.mail.Session;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.net.ServerSocket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("long")
class MailChannelTest {

  private static final Instant NOW = Instant.parse("2026-03-02T09:30:00Z");
  private static final Map<Placeholder, String> CREDITOR =
      Map.of(Placeholder.CREDITOR_NAME, "Example Bank", Placeholder.CONTACT_PHONE, "+44 20 7946 0100");
  private static final RenderedText ENGLISH = new RenderedText("overdue-email", "en", 1,
      "EUR 46.00 on your account is overdue", "Dear Łukasz,\n\nplease pay.\n.\nBye");
  private static final RenderedText CHINESE = new RenderedText("overdue-email", "zh", 1, "您的账户有 EUR 46.00 逾期未付",
      "尊敬的 王小明：\n\n请付款。");

  @TempDir
  static Path folder;
  private static TestCertificate certificate;
  private final GatewayDatabase database = GatewayDatabase.h2();
  private ScriptedMailServer server;

  @BeforeAll
  static void certificate() throws Exception {
    certificate = TestCertificate.forHost(folder, "localhost");
  }

  @BeforeEach
  void startServer() throws IOException {
    server = new ScriptedMailServer(certificate.server());
  }

  @AfterEach
  void stopServer() throws IOException {
    server.close();
  }

  @Test
  void theDebtorGetsAPlainTextInHisLanguageThroughAnEncryptedConnection() throws Exception {
    DeliveryReceipt receipt = channel().deliver(message("C100001-7", ENGLISH));

    assertThat(receipt).isEqualTo(new DeliveryReceipt("C100001-7@bank.example", NOW));
    assertThat(server.commands()).containsSubsequence("STARTTLS", "MAIL FROM:<bounces@bank.example>",
        "RCPT TO:<ana@debtor.example>", "DATA");
    MimeMessage mail = onlyMail();
    assertThat(mail.getMessageID()).isEqualTo("<C100001-7@bank.example>");
    assertThat(mail.getFrom()).containsExactly(new InternetAddress("service@bank.example", "Example Bank"));
    assertThat(mail.getReplyTo()).containsExactly(new InternetAddress("answers@bank.example"));
    assertThat(mail.getAllRecipients()).containsExactly(new InternetAddress("ana@debtor.example"));
    assertThat(mail.getSubject()).isEqualTo("EUR 46.00 on your account is overdue");
    assertThat(mail.getSentDate()).isEqualTo(NOW);
    assertThat(mail.getContentType()).isEqualToIgnoringCase("text/plain; charset=UTF-8");
    assertThat(mail.getHeader("Auto-Submitted")).containsExactly("auto-generated");
    assertThat(mail.getHeader("Content-Language")).containsExactly("en");
    assertThat((String) mail.getContent()).startsWith("Dear Łukasz,\r\n\r\nplease pay.\r\n.\r\nBye\r\n\r\n"
        + "If you want no more e-mails from us, open this page and confirm:\r\n"
        + "https://collection.bank.example/opt-out/");
  }

  @Test
  void aChineseTextArrivesAsItIs() throws Exception {
    channel().deliver(message("1", CHINESE));

    assertThat(onlyMail().getSubject()).isEqualTo("您的账户有 EUR 46.00 逾期未付");
    assertThat((String) onlyMail().getContent()).startsWith("尊敬的 王小明：\r\n\r\n请付款。\r\n\r\n如您不希望再收到我们的电子邮件");
  }

  @Test
  void everyMailOffersTheSameWayOutInItsTextAndToMailPrograms() throws Exception {
    channel().deliver(message("1", ENGLISH));
    channel().deliver(message("2", CHINESE));

    String token = database.jdbc().sql("select token from opt_out_link where debtor_id = 'D-1' and channel = 'EMAIL'")
        .query(String.class).single();
    assertThat(token).matches("[0-9a-f]{32}");
    String page = "https://collection.bank.example/opt-out/" + token;
    for (String raw : server.mails()) {
      MimeMessage mail = parse(raw);
      assertThat((String) mail.getContent()).endsWith("\r\n" + page + "\r\n");
      assertThat(mail.getHeader("List-Unsubscribe", null).replaceAll("\\s+", " "))
          .isEqualTo("<" + page + ">, <mailto:bounces@bank.example?subject=opt-out%20" + token + ">");
      assertThat(mail.getHeader("List-Unsubscribe-Post")).containsExactly("List-Unsubscribe=One-Click");
    }
  }

  @Test
  void theSameMessageHasTheSameMessageIdWheneverItIsHandedOver() throws Exception {
    channel().deliver(message("C100001-7", ENGLISH));
    channel().deliver(message("C100001-7", ENGLISH));

    assertThat(server.mails()).hasSize(2).allSatisfy(raw ->
        assertThat(parse(raw).getMessageID()).isEqualTo("<C100001-7@bank.example>"));
  }

  @Test
  void noValueAddsAHeader() throws Exception {
    RenderedText text = new RenderedText("x-email", "en", 1, "Hello\r\nBcc: all@bank.example\r\n\r\n王", "Hello");

    channel().deliver(message("1", text));

    assertThat(onlyMail().getSubject()).isEqualTo("Hello Bcc: all@bank.example 王");
    assertThat(onlyMail().getHeader("Bcc")).isNull();
    assertThat(server.commands()).filteredOn(command -> command.startsWith("RCPT")).hasSize(1);
  }

  @ParameterizedTest
  @ValueSource(strings = {"ana", "ana@", "@debtor.example", "ana@debtor.example\r\nBcc: x@y.example",
      "ana@debtor.example, bo@debtor.example", "Ana <ana@debtor.example>", "ana@debtor.example> SIZE=1",
      "group: ana@debtor.example;", "安娜@debtor.example", "ana berg@debtor.example", "ana@debtor\0.example"})
  void whatIsNoAddressIsRefusedForGood(String recipient) {
    assertThatThrownBy(() -> channel()
        .deliver(new OutgoingMessage("1", Channel.EMAIL, "C1", "D-1", recipient, ENGLISH)))
        .isInstanceOfSatisfying(MessageRefusedException.class,
            refusal -> assertThat(refusal.addressInvalid()).isTrue())
        .hasMessage("Not an e-mail address").hasNoCause();
    assertThat(server.mails()).isEmpty();
  }

  @Test
  void anAddressWithAnInternationalDomainIsWrittenAsServersReadIt() {
    channel().deliver(new OutgoingMessage("1", Channel.EMAIL, "C1", "D-1", "ana@bücher.example", ENGLISH));

    assertThat(server.commands()).contains("RCPT TO:<ana@xn--bcher-kva.example>");
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', textBlock = """
      RCPT    | 550 5.1.1 <ana@debtor.example> unknown         | SMTP 550 5.1.1 | true
      RCPT    | 550 5.1.10 null MX                             | SMTP 550 5.1.10 | true
      RCPT    | 550 No such user                               | SMTP 550       | false
      RCPT    | 554 5.7.1 <ana@debtor.example> denied          | SMTP 554 5.7.1 | false
      RCPT    | 553 5.1.8 sender's domain does not exist       | SMTP 553 5.1.8 | false
      DATA    | 554 5.5.1 no valid recipients                  | SMTP 554 5.5.1 | false
      CONTENT | 552 5.3.4 too large for ana@debtor.example     | SMTP 552 5.3.4 | false
      CONTENT | 550 5.1.1 no such mailbox                      | SMTP 550 5.1.1 | true
      """)
  void aFinalRefusalIsToldAndWhetherTheAddressIsAtFault(String command, String answer, String reason, boolean invalid) {
    server.answer(command, answer);

    assertThatThrownBy(() -> channel().deliver(message("1", ENGLISH)))
        .isInstanceOfSatisfying(MessageRefusedException.class,
            refusal -> assertThat(refusal.addressInvalid()).isEqualTo(invalid))
        .hasMessage(reason).hasNoCause();
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', textBlock = """
      GREETING | 421 4.3.2 closed for today
      GREETING | 554 go away
      GREETING | BREAK
      GREETING | SILENCE
      EHLO     | BREAK
      STARTTLS | 454 4.7.0 not now
      MAIL     | 451 4.3.0 not now
      MAIL     | 550 5.7.1 you may not send
      MAIL     | BREAK
      MAIL     | SILENCE
      RCPT     | 450 4.2.0 <ana@debtor.example> greylisted
      RCPT     | 452 4.2.2 mailbox of ana@debtor.example full
      RCPT     | 421 4.3.2 closing
      RCPT     | BREAK
      RCPT     | SILENCE
      DATA     | 451 4.3.0 not now
      DATA     | BREAK
      DATA     | SILENCE
      CONTENT  | 451 4.3.0 try again
      CONTENT  | 421 4.3.2 closing
      """)
  void whatIsCertainlyNotTakenMayBeHandedOverAgain(String command, String answer) {
    server.answer(command, answer);

    Throwable failure = catchThrowable(() -> channel().deliver(message("1", ENGLISH)));

    assertThat(failure).isInstanceOf(GatewayUnavailableException.class);
    assertThat(stackTraceOf(failure)).doesNotContain("debtor.example", "secret");
  }

  @ParameterizedTest
  @ValueSource(strings = {ScriptedMailServer.BREAK, ScriptedMailServer.SILENCE})
  void anEmailWhoseContentWasNotAnsweredIsInDoubt(String answer) {
    server.answer("CONTENT", answer);

    Throwable failure = catchThrowable(() -> channel().deliver(message("1", ENGLISH)));

    assertThat(failure).isInstanceOf(RuntimeException.class)
        .isNotInstanceOfAny(GatewayUnavailableException.class, MessageRefusedException.class);
    assertThat(stackTraceOf(failure)).doesNotContain("debtor.example");
    assertThat(channel().find("1")).isEqualTo(DeliveryStatus.cannotTell());
  }

  @ParameterizedTest
  @ValueSource(strings = {ScriptedMailServer.BREAK, ScriptedMailServer.SILENCE, "500 what"})
  void aServerThatDoesNotSayGoodbyeHasTakenTheEmailAllTheSame(String answer) {
    server.answer("QUIT", answer);

    assertThat(channel().deliver(message("1", ENGLISH))).isNotNull();
  }

  @Test
  void withoutAServerTheEmailIsNotTaken() throws IOException {
    int nobodyListens;
    try (ServerSocket socket = new ServerSocket(0)) {
      nobodyListens = socket.getLocalPort();
    }

    assertThatThrownBy(() -> channel(settings(nobodyListens, "localhost", true)).deliver(message("1", ENGLISH)))
        .isInstanceOf(GatewayUnavailableException.class);
  }

  @Test
  void noEmailGoesToAServerThatOffersNoEncryption() throws IOException {
    try (ScriptedMailServer plain = new ScriptedMailServer(null)) {
      assertThatThrownBy(() -> channel(settings(plain.port(), "localhost", true)).deliver(message("1", ENGLISH)))
          .isInstanceOf(GatewayUnavailableException.class);
      assertThat(plain.commands()).noneMatch(command -> command.startsWith("MAIL") || command.startsWith("AUTH"));

      channel(settings(plain.port(), "localhost", false)).deliver(message("1", ENGLISH));
      assertThat(plain.mails()).as("unless it was asked for").hasSize(1);
    }
  }

  @Test
  void noEmailGoesToAServerWithACertificateOfAnother() {
    assertThatThrownBy(() -> channel(settings(server.port(), "127.0.0.1", true)).deliver(message("1", ENGLISH)))
        .isInstanceOf(GatewayUnavailableException.class);
    assertThatThrownBy(() -> new MailChannel(composer(new MailServer(settings(server.port(), "localhost", true), null)),
        new MailServer(settings(server.port(), "localhost", true), null), Clock.systemUTC())
        .deliver(message("1", ENGLISH))).as("which nobody vouches for").isInstanceOf(GatewayUnavailableException.class);
    assertThat(server.mails()).isEmpty();
  }

  @Test
  void logsInOnlyOnTheEncryptedConnection() {
    channel().deliver(message("1", ENGLISH));

    List<String> commands = server.commands();
    assertThat(commands).anyMatch(command -> command.startsWith("AUTH PLAIN"));
    assertThat(commands.indexOf("STARTTLS")).isLessThan(
        commands.indexOf(commands.stream().filter(command -> command.startsWith("AUTH")).findFirst().orElseThrow()));
  }

  @Test
  void withoutAnApprovedOptOutSentenceNothingIsSent() {
    MessageTexts none = new MessageTexts(ModelsForTests.in(folder));
    MailSettings settings = settings(server.port(), "localhost", true);
    MailServer connection = new MailServer(settings, certificate.trusting());
    MailChannel channel = new MailChannel(new MailComposer(settings, connection.session(), links(), none,
        publicAddress(), Clock.systemUTC(), CREDITOR), connection, Clock.systemUTC());

    assertThatThrownBy(() -> channel.deliver(message("1", ENGLISH))).isInstanceOf(MessageRefusedException.class);
    assertThat(server.mails()).isEmpty();
  }

  @Test
  void withTheSenderAloneAnswersAndBouncesGoToIt() throws Exception {
    channel(new MailSettings("localhost", server.port(), "", "", true, "", "示例银行 <service@bank.example>", "", "",
        Duration.ofSeconds(1))).deliver(message("1", ENGLISH));

    assertThat(server.commands()).contains("MAIL FROM:<service@bank.example>");
    assertThat(onlyMail().getFrom()).containsExactly(new InternetAddress("service@bank.example", "示例银行", "UTF-8"));
    assertThat(onlyMail().getReplyTo()).isEqualTo(onlyMail().getFrom());
    assertThat(onlyMail().getHeader("List-Unsubscribe", null)).contains("<mailto:service@bank.example?subject=");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "Example Bank", "a@bank.example, b@bank.example",
      "a@bank.example\r\nBcc: b@bank.example"})
  void refusesASenderThatIsNotOneAddress(String from) {
    assertThatIllegalArgumentException().isThrownBy(() -> new MailSettings("localhost", 25, "", "", true, "", from, "",
        "", Duration.ofSeconds(1)).sender()).withMessageContaining("remit.mail.from");
  }

  @Test
  void settingsDoNotTellThePasswordToLogs() {
    assertThat(settings(25, "localhost", true)).asString().doesNotContain("secret");
    assertThat(new BounceSettings("localhost", 993, "user", "secret", "", "INBOX", "Taken", Duration.ofSeconds(1)))
        .asString().doesNotContain("secret");
  }

  @Test
  void onPostgresqlADebtorKeepsHisLink() throws Exception {
    GatewayDatabase.onPostgres(postgres -> {
      OptOutLinks links = new OptOutLinks(postgres.jdbc(), postgres.transactions(), Clock.systemUTC());
      OptOutLink link = links.of("D-1", Channel.EMAIL);

      assertThat(links.of("D-1", Channel.EMAIL)).isEqualTo(link);
      assertThat(links.find(link.token())).contains(link);
      assertThat(links.find("0".repeat(32))).isEmpty();
    });
  }

  private MailChannel channel() {
    return channel(settings(server.port(), "localhost", true));
  }

  private MailChannel channel(MailSettings settings) {
    MailServer connection = new MailServer(settings, certificate.trusting());
    return new MailChannel(composer(settings, connection), connection, Clock.fixed(NOW, ZoneOffset.UTC));
  }

  private MailComposer composer(MailServer connection) {
    return composer(settings(server.port(), "localhost", true), connection);
  }

  private MailComposer composer(MailSettings settings, MailServer connection) {
    return new MailComposer(settings, connection.session(), links(),
        new MessageTexts(ModelsForTests.shipped()), publicAddress(),
        Clock.fixed(NOW, ZoneOffset.UTC), CREDITOR);
  }

  private OptOutLinks links() {
    return new OptOutLinks(database.jdbc(), database.transactions(), Clock.systemUTC());
  }

  private static PublicAddress publicAddress() {
    return new PublicAddress(URI.create("https://collection.bank.example"));
  }

  private static MailSettings settings(int port, String host, boolean starttls) {
    return new MailSettings(host, port, starttls ? "remit" : "", starttls ? "secret" : "", starttls, "",
        "Example Bank <service@bank.example>", "answers@bank.example", "bounces@bank.example", Duration.ofSeconds(1));
  }

  private static OutgoingMessage message(String reference, RenderedText text) {
    return new OutgoingMessage(reference, Channel.EMAIL, "C100001", "D-1", "ana@debtor.example", text);
  }

  private MimeMessage onlyMail() throws Exception {
    assertThat(server.mails()).hasSize(1);
    return parse(server.mails().get(0));
  }

  private static MimeMessage parse(String raw) throws Exception {
    return new MimeMessage((Session) null, new ByteArrayInputStream(raw.getBytes(StandardCharsets.ISO_8859_1)));
  }

  private static String stackTraceOf(Throwable failure) {
    StringWriter text = new StringWriter();
    failure.printStackTrace(new PrintWriter(text));
    return text.toString();
  }
}
