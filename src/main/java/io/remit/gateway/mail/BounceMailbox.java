package io.remit.gateway.mail;

import io.remit.contact.DeliveryReport;
import io.remit.contact.DeliveryReport.Result;
import io.remit.contact.dispatch.DeliveryReports;
import io.remit.gate.OptOuts;
import jakarta.mail.FetchProfile;
import jakarta.mail.Flags;
import jakarta.mail.Folder;
import jakarta.mail.Message;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Store;
import jakarta.mail.internet.MimeMessage;
import java.time.Clock;
import java.time.Instant;
import java.util.Date;
import java.util.Locale;
import java.util.Optional;
import java.util.Properties;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import javax.net.ssl.SSLSocketFactory;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;

/**
 * Reads the mailbox to which undeliverable mail comes back. What Remit has taken is moved to another folder, and only
 * then; everything else, such as an answer that a person wrote, stays where it is and unread.
 */
class BounceMailbox {

  private static final Logger LOG = LoggerFactory.getLogger(BounceMailbox.class);
  private static final String CONTENT_TYPE = "Content-Type";
  private static final Pattern OPT_OUT_SUBJECT =
      Pattern.compile("\\s*" + MailComposer.OPT_OUT_SUBJECT + "\\s+([0-9a-f]{32})\\s*");

  private final BounceSettings settings;
  private final Session session;
  private final BounceReader reader;
  private final DeliveryReports reports;
  private final OptOutLinks links;
  private final OptOuts optOuts;
  private final Clock clock;

  /** @param trusted see {@link SecureSockets#require} */
  BounceMailbox(BounceSettings settings, @Nullable SSLSocketFactory trusted, BounceReader reader,
      DeliveryReports reports, OptOutLinks links, OptOuts optOuts, Clock clock) {
    this.settings = settings;
    this.reader = reader;
    this.reports = reports;
    this.links = links;
    this.optOuts = optOuts;
    this.clock = clock;
    Properties properties = new Properties();
    String timeout = String.valueOf(settings.timeout().toMillis());
    properties.setProperty("mail.imaps.connectiontimeout", timeout);
    properties.setProperty("mail.imaps.timeout", timeout);
    properties.setProperty("mail.imaps.writetimeout", timeout);
    // else to look at a mail would mark it as read
    properties.setProperty("mail.imaps.peek", "true");
    SecureSockets.require(properties, "imaps", trusted);
    this.session = Session.getInstance(properties);
  }

  /** Looks into the mailbox once. */
  @Scheduled(fixedDelayString = "${remit.mail.bounces.poll:1m}")
  void poll() {
    try (Store store = session.getStore("imaps")) {
      store.connect(settings.host(), settings.port(), settings.username(), settings.password());
      try (Folder folder = store.getFolder(settings.folder())) {
        folder.open(Folder.READ_WRITE);
        takeAll(folder, takenFolder(store));
      }
    } catch (MessagingException failure) {
      LOG.warn("The mailbox for undeliverable mail is read again later: {}", failure.getClass().getSimpleName());
    }
  }

  private void takeAll(Folder folder, Folder taken) throws MessagingException {
    Message[] mails = folder.getMessages();
    FetchProfile kinds = new FetchProfile();
    kinds.add(FetchProfile.Item.ENVELOPE);
    kinds.add(CONTENT_TYPE);
    folder.fetch(mails, kinds);
    for (Message mail : mails) {
      if (!mail.isSet(Flags.Flag.DELETED) && isTaken(mail, folder)) {
        folder.copyMessages(new Message[] {mail}, taken);
        // it leaves the folder when that is closed
        mail.setFlag(Flags.Flag.DELETED, true);
      }
    }
  }

  /** One mail that cannot be read must not keep the others from being taken. */
  private boolean isTaken(Message mail, Folder folder) throws MessagingException {
    try {
      return take(mail);
    } catch (MessagingException | RuntimeException failure) {
      if (!folder.isOpen()) {
        throw failure;
      }
      LOG.warn("A mail stays in the mailbox for undeliverable mail: {}", failure.getClass().getSimpleName());
      return false;
    }
  }

  /** Takes a mail if it is for Remit; twice does no harm. */
  private boolean take(Message mail) throws MessagingException {
    Optional<Bounce> bounce = isReport(mail) ? reader.read(new MimeMessage((MimeMessage) mail)) : Optional.empty();
    if (bounce.isPresent()) {
      report(bounce.get(), receivedAt(mail));
      return true;
    }
    return optOut(mail.getSubject());
  }

  // By the header alone: asked for the structure of a malformed mail, a server may break the connection.
  private static boolean isReport(Message mail) throws MessagingException {
    String[] type = mail.getHeader(CONTENT_TYPE);
    return type != null && type[0].strip().toLowerCase(Locale.ROOT).startsWith("multipart/report");
  }

  private void report(Bounce bounce, Instant at) {
    if (bounce.failed()) {
      boolean addressInvalid = bounce.status() != null && bounce.status().addressInvalid();
      String reason = bounce.status() == null ? "bounced" : "bounced " + bounce.status().value();
      reports.receive(new DeliveryReport(MailChannel.NAME, bounce.messageId(), Result.FAILED, addressInvalid, reason,
          at));
    }
  }

  /** A mail program may opt out by sending a mail, to the address that our e-mails name for it. */
  private boolean optOut(String subject) {
    Matcher request = OPT_OUT_SUBJECT.matcher(subject == null ? "" : subject);
    Optional<OptOutLink> link = request.matches() ? links.find(request.group(1)) : Optional.empty();
    link.ifPresent(known -> optOuts.optOut(known.debtorId(), known.channel(), "mail-request"));
    return link.isPresent();
  }

  private Folder takenFolder(Store store) throws MessagingException {
    Folder taken = store.getFolder(settings.takenFolder());
    if (!taken.exists()) {
      taken.create(Folder.HOLDS_MESSAGES);
    }
    return taken;
  }

  private Instant receivedAt(Message mail) throws MessagingException {
    Date received = mail.getReceivedDate();
    return received == null ? clock.instant() : received.toInstant();
  }
}
