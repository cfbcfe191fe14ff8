package io.remit.gateway.mail;

import io.remit.cases.Channel;
import io.remit.contact.channel.MessageRefusedException;
import io.remit.contact.channel.OutgoingMessage;
import io.remit.contact.text.ApprovedText;
import io.remit.contact.text.MessageTexts;
import io.remit.contact.text.Placeholder;
import io.remit.contact.text.PublicAddress;
import io.remit.files.PlainText;
import jakarta.mail.Message.RecipientType;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.internet.AddressException;
import jakarta.mail.internet.InternetAddress;
import jakarta.mail.internet.MimeUtility;
import java.net.IDN;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.Date;
import java.util.Map;

/** Makes e-mails of messages: plain text, with all the headers that let people and programs opt out and not answer. */
class MailComposer {

  /** How the subject of a mail begins that asks to opt out; the token of the link follows. */
  static final String OPT_OUT_SUBJECT = "opt-out";

  private static final String OPT_OUT_LINE = "opt-out-line";
  private static final String UTF_8 = StandardCharsets.UTF_8.name();
  private static final String LIST_UNSUBSCRIBE = "List-Unsubscribe";

  private final Session session;
  private final OptOutLinks links;
  private final MessageTexts texts;
  private final PublicAddress publicAddress;
  private final Clock clock;
  private final InternetAddress from;
  private final InternetAddress answersGoTo;
  private final String bouncesGoTo;
  private final MessageIds ids;
  private final Map<Placeholder, String> creditor;

  /**
   * @param creditor what the sentence above the opt-out link may tell: the creditor's name and phone number
   * @throws IllegalArgumentException if an address in the settings is not one
   */
  MailComposer(MailSettings settings, Session session, OptOutLinks links, MessageTexts texts,
      PublicAddress publicAddress, Clock clock, Map<Placeholder, String> creditor) {
    this.session = session;
    this.links = links;
    this.texts = texts;
    this.publicAddress = publicAddress;
    this.clock = clock;
    this.from = settings.sender();
    this.answersGoTo = settings.answersGoTo();
    this.bouncesGoTo = settings.bouncesGoTo();
    this.creditor = creditor;
    this.ids = new MessageIds(settings.domain());
  }

  /**
   * The e-mail for a message; the same one for the same message.
   *
   * @throws MessageRefusedException if it can never be made: the address is not one, or a text is missing
   */
  Mail compose(OutgoingMessage message) {
    if (message.text().subject() == null) {
      throw new MessageRefusedException("An e-mail needs a subject", false);
    }
    InternetAddress recipient = recipientOf(message);
    ApprovedText line = texts.find(OPT_OUT_LINE, message.text().language())
        .orElseThrow(() -> new MessageRefusedException("The text opt-out-line is not approved", false));
    String token = links.of(message.debtorId(), Channel.EMAIL).token();
    String page = publicAddress.page("/opt-out/" + token);
    String body = message.text().body() + "\n\n" + line.render(creditor).body() + "\n" + page + "\n";
    try {
      Mail mail = new Mail(session, ids.of(message));
      mail.setFrom(from);
      mail.setReplyTo(new InternetAddress[] {answersGoTo});
      mail.setRecipient(RecipientType.TO, recipient);
      mail.setSubject(PlainText.inOneLine(message.text().subject()), UTF_8);
      mail.setSentDate(Date.from(clock.instant()));
      mail.setText(body.replace("\n", "\r\n"), UTF_8);
      mail.setHeader("Content-Language", message.text().language());
      mail.setHeader("Auto-Submitted", "auto-generated");
      mail.setHeader(LIST_UNSUBSCRIBE, MimeUtility.fold(LIST_UNSUBSCRIBE.length() + 2,
          "<" + page + ">, <mailto:" + bouncesGoTo + "?subject=" + OPT_OUT_SUBJECT + "%20" + token + ">"));
      mail.setHeader("List-Unsubscribe-Post", "List-Unsubscribe=One-Click");
      mail.saveChanges();
      return mail;
    } catch (MessagingException malformed) {
      throw new MessageRefusedException("No e-mail can be made of the message", false);
    }
  }

  /** Exactly one address, without a name, in a form that every mail server understands. */
  private static InternetAddress recipientOf(OutgoingMessage message) {
    try {
      String address = message.recipient().strip();
      int at = address.lastIndexOf('@');
      InternetAddress recipient = new InternetAddress(
          at < 1 ? address : address.substring(0, at + 1) + IDN.toASCII(address.substring(at + 1)), true);
      boolean plain = recipient.getPersonal() == null && !recipient.isGroup() && at > 0
          && StandardCharsets.US_ASCII.newEncoder().canEncode(recipient.getAddress());
      if (plain) {
        return recipient;
      }
    } catch (AddressException | IllegalArgumentException notAnAddress) {
      // refused below: the exception would tell the address to logs
    }
    throw new MessageRefusedException("Not an e-mail address", true);
  }
}
