package io.remit.process.trial;

import io.remit.contact.DeliveryReceipt;
import io.remit.contact.DeliveryStatus;
import io.remit.contact.channel.MessageChannel;
import io.remit.contact.channel.OutgoingMessage;
import java.time.Clock;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/** Takes every message and brings it to nobody: it is neither sent nor written down. */
@Component
@Profile("trial")
class NobodyChannel implements MessageChannel {

  static final String NAME = "nobody";

  private final Clock clock;

  NobodyChannel(Clock clock) {
    this.clock = clock;
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public DeliveryReceipt deliver(OutgoingMessage message) {
    return new DeliveryReceipt(message.reference(), clock.instant());
  }

  @Override
  public DeliveryStatus find(String reference) {
    return DeliveryStatus.notTaken();
  }
}
