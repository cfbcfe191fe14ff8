package io.remit.gateway.robot;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.remit.contact.DeliveryReceipt;
import io.remit.contact.DeliveryStatus;
import io.remit.contact.channel.MessageChannel;
import io.remit.contact.channel.OutgoingMessage;
import io.remit.gate.RenderedText;
import io.remit.gateway.http.JsonGateway;
import java.net.URI;
import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;

/** Has a voice robot call debtors and say an approved script. What came of a call arrives later by call-back. */
@Component
@ConditionalOnProperty(name = "remit.channels.robot-call", havingValue = "http")
class RobotChannel implements MessageChannel {

  static final String NAME = "robot";

  private final JsonGateway robot;
  private final @Nullable URI callbackUrl;
  private final Clock clock;

  RobotChannel(RobotSettings settings, ObjectMapper json, Clock clock) {
    this.robot = new JsonGateway(settings.connection(), "calls", json, clock);
    this.callbackUrl = settings.callbackUrl();
    this.clock = clock;
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public DeliveryReceipt deliver(OutgoingMessage message) {
    RenderedText text = message.text();
    return robot.place(message.reference(), new Order(message.reference(), message.recipient(),
        new Script(text.template(), text.language(), text.version()), text.body(), text.language(), callbackUrl,
        clock.instant().toString()));
  }

  @Override
  public DeliveryStatus find(String reference) {
    return robot.find(reference);
  }

  /** @param placedAt by the application's clock, which a demo moves and no robot can know */
  @JsonInclude(Include.NON_NULL)
  private record Order(String reference, String to, Script script, String text, String language,
      @Nullable URI callbackUrl, String placedAt) {

    /** Leaves out who is called and what is said. */
    @Override
    public String toString() {
      return "Order[" + reference + "]";
    }
  }

  /** The approved script that the text was made from. */
  private record Script(String template, String language, int version) {
  }
}
