package io.remit.contact.incoming;

import io.remit.contact.channel.MessageChannel;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A text message from outside.
 *
 * @param gateway {@link MessageChannel#name()}
 * @param gatewayReference the gateway's own name for it, by which it is taken once; null if the gateway has none
 * @param sender phone number, E.164
 */
public record IncomingText(String gateway, @Nullable String gatewayReference, String sender, String body,
    Instant receivedAt) {

  /** Names the message but neither the sender nor what it says, which are personal. */
  @Override
  public String toString() {
    return "IncomingText[" + gateway + ", " + gatewayReference + "]";
  }
}
