package io.remit.gateway.mail;

import io.remit.contact.channel.GatewayUnavailableException;
import io.remit.contact.channel.MessageRefusedException;
import jakarta.mail.MessagingException;
import jakarta.mail.Session;
import jakarta.mail.Transport;
import java.util.Optional;
import java.util.Properties;
import javax.net.ssl.SSLSocketFactory;
import org.eclipse.angus.mail.smtp.SMTPAddressFailedException;
import org.eclipse.angus.mail.smtp.SMTPSendFailedException;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The server that takes e-mails, by SMTP. It tells apart what is certainly not taken from what may have been. */
class MailServer {

  private static final Logger LOG = LoggerFactory.getLogger(MailServer.class);

  private final MailSettings settings;
  private final Session session;

  /** @param trusted see {@link SecureSockets#require} */
  MailServer(MailSettings settings, @Nullable SSLSocketFactory trusted) {
    this.settings = settings;
    Properties properties = new Properties();
    String timeout = String.valueOf(settings.timeout().toMillis());
    properties.setProperty("mail.smtp.connectiontimeout", timeout);
    properties.setProperty("mail.smtp.timeout", timeout);
    properties.setProperty("mail.smtp.writetimeout", timeout);
    properties.setProperty("mail.smtp.starttls.enable", "true");
    properties.setProperty("mail.smtp.starttls.required", String.valueOf(settings.starttls()));
    properties.setProperty("mail.smtp.auth", String.valueOf(!settings.username().isEmpty()));
    properties.setProperty("mail.smtp.quitwait", "false");
    properties.setProperty("mail.smtp.from", settings.bouncesGoTo());
    SecureSockets.require(properties, "smtp", trusted);
    this.session = Session.getInstance(properties);
  }

  /** What e-mails for this server are made with. */
  Session session() {
    return session;
  }

  /**
   * Hands an e-mail over.
   *
   * @throws MessageRefusedException if the server refused it for good
   * @throws GatewayUnavailableException if the server has certainly not taken it, but may later
   * @throws MailInDoubtException if the connection broke before the server said whether it has taken the content
   */
  void send(Mail mail) {
    Transport connection = connect();
    try {
      connection.sendMessage(mail, mail.getAllRecipients());
    } catch (MessagingException failure) {
      throw meaningOf(failure, mail);
    } finally {
      close(connection);
    }
  }

  private Transport connect() {
    try {
      Transport connection = session.getTransport("smtp");
      boolean anonymous = settings.username().isEmpty();
      connection.connect(settings.host(), settings.port(), anonymous ? null : settings.username(),
          anonymous ? null : settings.password());
      return connection;
    } catch (MessagingException failure) {
      throw new GatewayUnavailableException("The mail server cannot be reached", failure);
    }
  }

  // The answers of a server often name the recipient, so no failure below is passed on as a cause.
  private static RuntimeException meaningOf(MessagingException failure, Mail mail) {
    Optional<Answer> answer = Answer.in(failure);
    if (answer.isEmpty()) {
      return mail.contentAskedFor() ? new MailInDoubtException()
          : new GatewayUnavailableException("The connection to the mail server broke", null);
    }
    return answer.get().isFinal() ? new MessageRefusedException(answer.get().reason(), answer.get().addressInvalid())
        : new GatewayUnavailableException(answer.get().reason(), null);
  }

  // Whether the e-mail was taken has been said before; a failure to say goodbye changes nothing.
  private static void close(Transport connection) {
    try {
      connection.close();
    } catch (MessagingException alreadyBroken) {
      LOG.debug("The connection to the mail server did not close in order");
    }
  }

  /**
   * What a server answered to a command that it did not carry out.
   *
   * @param command such as {@code RCPT TO:...}
   * @param code from 400 to 599
   */
  private record Answer(String command, int code, Optional<StatusCode> status) {

    static Optional<Answer> in(MessagingException failure) {
      for (Exception each = failure; each instanceof MessagingException current; each = current.getNextException()) {
        Answer answer = null;
        if (current instanceof SMTPAddressFailedException refused) {
          answer = new Answer(refused.getCommand(), refused.getReturnCode(), StatusCode.in(refused.getMessage()));
        } else if (current instanceof SMTPSendFailedException refused) {
          answer = new Answer(refused.getCommand(), refused.getReturnCode(), StatusCode.in(refused.getMessage()));
        }
        if (answer != null && answer.code() >= 400) {
          return Optional.of(answer);
        }
      }
      return Optional.empty();
    }

    /** A refusal of the sender is about our own settings and not about this e-mail. */
    boolean isFinal() {
      return code >= 500 && !command.startsWith("MAIL");
    }

    boolean addressInvalid() {
      return status.map(StatusCode::addressInvalid).orElse(false);
    }

    String reason() {
      return "SMTP " + code + status.map(found -> " " + found.value()).orElse("");
    }
  }
}
