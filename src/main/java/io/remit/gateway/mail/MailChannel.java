package io.remit.gateway.mail;

import io.remit.contact.DeliveryReceipt;
import io.remit.contact.DeliveryStatus;
import io.remit.contact.channel.GatewayUnavailableException;
import io.remit.contact.channel.MessageChannel;
import io.remit.contact.channel.OutgoingMessage;
import java.time.Clock;
import org.springframework.dao.DataAccessException;

/** Delivers messages as e-mails through a mail server. */
class MailChannel implements MessageChannel {

  static final String NAME = "smtp";

  private final MailComposer composer;
  private final MailServer server;
  private final Clock clock;

  MailChannel(MailComposer composer, MailServer server, Clock clock) {
    this.composer = composer;
    this.server = server;
    this.clock = clock;
  }

  @Override
  public String name() {
    return NAME;
  }

  /** @return a receipt whose gateway reference is the e-mail's Message-ID, without brackets */
  @Override
  public DeliveryReceipt deliver(OutgoingMessage message) {
    Mail mail = compose(message);
    server.send(mail);
    return new DeliveryReceipt(mail.messageId(), clock.instant());
  }

  /** Mail servers answer no questions about what they have taken. */
  @Override
  public DeliveryStatus find(String reference) {
    return DeliveryStatus.cannotTell();
  }

  private Mail compose(OutgoingMessage message) {
    try {
      return composer.compose(message);
    } catch (DataAccessException failed) {
      throw new GatewayUnavailableException("The opt-out link could not be made", failed);
    }
  }
}
