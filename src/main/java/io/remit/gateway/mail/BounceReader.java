package io.remit.gateway.mail;

import jakarta.mail.MessagingException;
import jakarta.mail.internet.InternetHeaders;
import jakarta.mail.internet.MimeMessage;
import java.io.IOException;
import java.util.Optional;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.eclipse.angus.mail.dsn.DeliveryStatus;
import org.eclipse.angus.mail.dsn.MultipartReport;

/** Reads delivery status notifications (RFC 3464). Anything else is for people to read. */
class BounceReader {

  private final MessageIds ids;

  BounceReader(MessageIds ids) {
    this.ids = ids;
  }

  /**
   * What a mail reports of one of our e-mails.
   *
   * @return empty if it is no such report, cannot be read or is about an e-mail of somebody else
   */
  Optional<Bounce> read(MimeMessage mail) {
    try {
      return mail.getContent() instanceof MultipartReport report && report.getReport() instanceof DeliveryStatus status
          ? originalOf(mail, report).flatMap(messageId -> read(messageId, status)) : Optional.empty();
    } catch (MessagingException | IOException | ClassCastException unreadable) {
      return Optional.empty();
    }
  }

  private static Optional<Bounce> read(String messageId, DeliveryStatus report) {
    Optional<InternetHeaders> failure = recipients(report).filter(each -> is(each, "failed")).findFirst();
    if (failure.isPresent()) {
      StatusCode status = StatusCode.in(failure.get().getHeader("Status", null)).orElse(null);
      return Optional.of(new Bounce(messageId, true, status));
    }
    return recipients(report).findAny().map(each -> new Bounce(messageId, false, null));
  }

  private static Stream<InternetHeaders> recipients(DeliveryStatus report) {
    return IntStream.range(0, report.getRecipientDSNCount()).mapToObj(report::getRecipientDSN);
  }

  private static boolean is(InternetHeaders recipient, String action) {
    String said = recipient.getHeader("Action", null);
    return said != null && said.strip().equalsIgnoreCase(action);
  }

  /** The returned headers name our e-mail; some servers return none, and answer it instead. */
  private Optional<String> originalOf(MimeMessage mail, MultipartReport report) throws MessagingException {
    MimeMessage returned = report.getReturnedMessage();
    Optional<String> original = returned == null ? Optional.empty() : ids.ours(returned.getMessageID());
    return original.isPresent() ? original : ids.ours(mail.getHeader("In-Reply-To", null));
  }
}
