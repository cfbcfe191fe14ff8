package io.remit.gateway.mail;

import static org.assertj.core.api.Assertions.assertThat;
import static org.mockito.ArgumentMatchers.any;
import static org.mockito.Mockito.doThrow;
import static org.mockito.Mockito.mock;
import static org.mockito.Mockito.never;
import static org.mockito.Mockito.verify;
import static org.mockito.Mockito.verifyNoInteractions;

import com.icegreen.greenmail.store.MailFolder;
import com.icegreen.greenmail.store.StoredMessage;
import com.icegreen.greenmail.user.GreenMailUser;
import com.icegreen.greenmail.util.GreenMail;
import com.icegreen.greenmail.util.ServerSetup;
import io.remit.cases.Channel;
import io.remit.contact.DeliveryReport;
import io.remit.contact.DeliveryReport.Result;
import io.remit.contact.dispatch.DeliveryReports;
import io.remit.gate.OptOuts;
import io.remit.gateway.GatewayDatabase;
import io.remit.gateway.TestCertificate;
import jakarta.mail.Flags;
import jakarta.mail.Session;
import jakarta.mail.internet.MimeMessage;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import javax.net.ssl.SSLSocketFactory;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.mockito.ArgumentCaptor;
import org.springframework.dao.DataAccessResourceFailureException;

/** Against a real IMAP server, over TLS. */
@Tag("long")
class BounceMailboxTest {

  @TempDir
  static Path folder;
  private static SSLSocketFactory trusting;
  private static GreenMail mailServer;

  private final GatewayDatabase database = GatewayDatabase.h2();
  private final DeliveryReports reports = mock(DeliveryReports.class);
  private final OptOuts optOuts = mock(OptOuts.class);
  private final OptOutLinks links = new OptOutLinks(database.jdbc(), database.transactions(), Clock.systemUTC());
  private GreenMailUser mailbox;

  @BeforeAll
  static void startServer() throws Exception {
    TestCertificate certificate = TestCertificate.forHost(folder, "localhost");
    trusting = certificate.trusting();
    System.setProperty("greenmail.tls.keystore.file", certificate.store().toString());
    System.setProperty("greenmail.tls.keystore.password", TestCertificate.PASSWORD);
    mailServer = new GreenMail(new ServerSetup(0, "localhost", ServerSetup.PROTOCOL_IMAPS));
    mailServer.start();
  }

  @AfterAll
  static void stopServer() {
    mailServer.stop();
    System.clearProperty("greenmail.tls.keystore.file");
    System.clearProperty("greenmail.tls.keystore.password");
  }

  @BeforeEach
  void emptyMailbox() throws Exception {
    mailServer.purgeEmailFromAllMailboxes();
    mailbox = mailServer.setUser("bounces@bank.example", "bounces", "secret");
  }

  @ParameterizedTest
  @CsvSource({
      "failed, 5.1.1,  true,  bounced 5.1.1",
      "Failed, 5.1.10, true,  bounced 5.1.10",
      "failed, 5.1.8,  false, bounced 5.1.8",
      "failed, 5.2.2,  false, bounced 5.2.2",
      "failed, 4.4.7,  false, bounced 4.4.7",
      "failed, 5.0.0 (undefined), false, bounced 5.0.0",
      "failed, '',     false, bounced",
  })
  void anEmailThatCameBackIsReportedAsFailedAndPutAway(String action, String status, boolean addressInvalid,
      String reason) throws Exception {
    deliver(notification(action, status, returnedHeaders("<C100001-7@bank.example>")));

    poll();

    assertThat(report()).satisfies(report -> {
      assertThat(report.gateway()).isEqualTo("smtp");
      assertThat(report.gatewayReference()).isEqualTo("C100001-7@bank.example");
      assertThat(report.result()).isEqualTo(Result.FAILED);
      assertThat(report.addressInvalid()).isEqualTo(addressInvalid);
      assertThat(report.reason()).isEqualTo(reason);
      assertThat(report.at()).isNotNull();
    });
    assertThat(left()).isEmpty();
    assertThat(taken()).hasSize(1);
  }

  @Test
  void aNotificationWithTheWholeEmailInItIsUnderstoodToo() throws Exception {
    deliver(notification("failed", "5.1.1", """
        Content-Type: message/rfc822

        Message-ID: <C100001-7@bank.example>
        Subject: Your account

        Dear Ana
        """));

    poll();

    assertThat(report().gatewayReference()).isEqualTo("C100001-7@bank.example");
  }

  @Test
  void aNotificationThatReturnsNothingIsKnownByWhatItAnswers() throws Exception {
    deliver("In-Reply-To: <C100001-7@bank.example>\n" + notification("failed", "5.1.1", null));

    poll();

    assertThat(report().gatewayReference()).isEqualTo("C100001-7@bank.example");
  }

  @ParameterizedTest
  @ValueSource(strings = {"delayed", "relayed", "delivered", "expanded"})
  void newsThatChangesNothingIsPutAwayWithoutAReport(String action) throws Exception {
    deliver(notification(action, "4.2.0", returnedHeaders("<C100001-7@bank.example>")));

    poll();

    verifyNoInteractions(reports);
    assertThat(left()).isEmpty();
    assertThat(taken()).hasSize(1);
  }

  @Test
  void anAnswerThatAPersonWroteStaysInPlaceAndUnread() throws Exception {
    deliver("From: ana@debtor.example\nSubject: Re: opt-out of what?\n\nWho are you?\n");

    poll();
    poll();

    verifyNoInteractions(reports, optOuts);
    assertThat(left()).singleElement().satisfies(mail ->
        assertThat(mail.getFlags().contains(Flags.Flag.SEEN)).isFalse());
  }

  @Test
  void aNotificationAboutAnEmailOfOthersStaysInPlace() throws Exception {
    deliver(notification("failed", "5.1.1", returnedHeaders("<C100001-7@other.example>")));
    deliver(notification("failed", "5.1.1", null));
    deliver(notification("failed", "5.1.1", returnedHeaders("<C1'; drop table debtor@bank.example>")));

    poll();

    verifyNoInteractions(reports);
    assertThat(left()).hasSize(3);
  }

  @Test
  void aMailThatCannotBeReadHoldsUpNoOther() throws Exception {
    deliver("Content-Type: multipart/report; report-type=delivery-status\n\nnot even a boundary\n");
    deliver("Content-Type: multipart/report; report-type=disposition-notification; boundary=b\n\n--b\n\nread\n--b\n"
        + "Content-Type: message/disposition-notification\n\nDisposition: displayed\n--b--\n");
    deliver(notification("failed", "5.1.1", returnedHeaders("<C100001-7@bank.example>")));

    poll();

    assertThat(report().gatewayReference()).isEqualTo("C100001-7@bank.example");
    assertThat(left()).hasSize(2);
  }

  @Test
  void whatCouldNotBeTakenStaysForTheNextTime() throws Exception {
    deliver(notification("failed", "5.1.1", returnedHeaders("<C100001-7@bank.example>")));
    doThrow(new DataAccessResourceFailureException("no database")).doNothing().when(reports).receive(any());

    poll();
    assertThat(left()).hasSize(1);
    assertThat(taken()).isEmpty();

    poll();
    assertThat(left()).isEmpty();
    assertThat(taken()).hasSize(1);
  }

  @Test
  void aMailThatAsksToOptOutOptsOut() throws Exception {
    String token = links.of("D-1", Channel.EMAIL).token();
    deliver("From: ana@debtor.example\nSubject: opt-out " + token + "\n\n\n");
    deliver("From: ana@debtor.example\nSubject: opt-out " + "0".repeat(32) + "\n\n\n");

    poll();

    verify(optOuts).optOut("D-1", Channel.EMAIL, "mail-request");
    verify(reports, never()).receive(any());
    assertThat(left()).as("unknown").hasSize(1);
  }

  @Test
  void aMailboxThatCannotBeReachedIsTriedAgainLater() {
    new BounceMailbox(settings(1), trusting, reader(), reports, links, optOuts, Clock.systemUTC()).poll();
    new BounceMailbox(settings(mailServer.getImaps().getPort()), null, reader(), reports, links, optOuts,
        Clock.systemUTC()).poll();

    verifyNoInteractions(reports, optOuts);
  }

  private void poll() {
    new BounceMailbox(settings(mailServer.getImaps().getPort()), trusting, reader(), reports, links,
        optOuts, Clock.systemUTC()).poll();
  }

  private static BounceReader reader() {
    return new BounceReader(new MessageIds("bank.example"));
  }

  private static BounceSettings settings(int port) {
    return new BounceSettings("localhost", port, "bounces", "secret", "", "INBOX", "Taken", Duration.ofSeconds(10));
  }

  private DeliveryReport report() {
    ArgumentCaptor<DeliveryReport> report = ArgumentCaptor.forClass(DeliveryReport.class);
    verify(reports).receive(report.capture());
    return report.getValue();
  }

  private void deliver(String mail) throws Exception {
    mailbox.deliver(new MimeMessage((Session) null, new ByteArrayInputStream(
        mail.replace("\n", "\r\n").getBytes(StandardCharsets.UTF_8))));
  }

  private List<StoredMessage> left() throws Exception {
    return mailServer.getManagers().getImapHostManager().getInbox(mailbox).getMessages();
  }

  private List<StoredMessage> taken() {
    MailFolder taken = mailServer.getManagers().getImapHostManager().getFolder(mailbox, "Taken");
    return taken == null ? List.of() : taken.getMessages();
  }

  private static String returnedHeaders(String messageId) {
    return "Content-Type: text/rfc822-headers\n\nSubject: Your account\nMessage-ID: " + messageId + "\n";
  }

  private static String notification(String action, String status, String returned) {
    return """
        From: MAILER-DAEMON@mx.example
        Subject: Undelivered Mail Returned to Sender
        MIME-Version: 1.0
        Content-Type: multipart/report; report-type=delivery-status; boundary="b"

        --b
        Content-Type: text/plain

        I'm sorry to have to inform you that your message could not be delivered.

        --b
        Content-Type: message/delivery-status

        Reporting-MTA: dns; mx.example

        Final-Recipient: rfc822; ana@debtor.example
        Action: %s
        Status: %s
        Diagnostic-Code: smtp; 550 5.7.1 this code is not the one that counts

        %s--b--
        """.formatted(action, status, returned == null ? "" : "--b\n" + returned + "\n");
  }
}
