package io.remit.gateway.http;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonInclude.Include;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.remit.contact.DeliveryReceipt;
import io.remit.contact.DeliveryStatus;
import io.remit.contact.channel.MessageChannel;
import io.remit.contact.channel.OutgoingMessage;
import java.net.URI;
import java.time.Clock;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.autoconfigure.condition.ConditionalOnProperty;
import org.springframework.stereotype.Component;

/** Hands text messages to a gateway that takes them as JSON over HTTP. */
@Component
@ConditionalOnProperty(name = "remit.channels.sms", havingValue = "http")
class HttpSmsChannel implements MessageChannel {

  static final String NAME = "http-sms";

  private final JsonGateway gateway;
  private final @Nullable URI callbackUrl;
  private final boolean lookUp;

  HttpSmsChannel(HttpSmsSettings settings, ObjectMapper json, Clock clock) {
    this.gateway = new JsonGateway(settings.connection(), "messages", json, clock);
    this.callbackUrl = settings.callbackUrl();
    this.lookUp = settings.lookUp();
  }

  @Override
  public String name() {
    return NAME;
  }

  @Override
  public DeliveryReceipt deliver(OutgoingMessage message) {
    return gateway.place(message.reference(),
        new Order(message.reference(), message.recipient(), message.text().body(), callbackUrl));
  }

  @Override
  public DeliveryStatus find(String reference) {
    return lookUp ? gateway.find(reference) : DeliveryStatus.cannotTell();
  }

  @JsonInclude(Include.NON_NULL)
  private record Order(String reference, String to, String text, @Nullable URI callbackUrl) {

    /** Leaves out who is to read what. */
    @Override
    public String toString() {
      return "Order[" + reference + "]";
    }
  }
}
