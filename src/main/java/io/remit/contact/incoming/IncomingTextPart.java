package io.remit.contact.incoming;

import io.remit.contact.channel.MessageChannel;
import java.time.Instant;

/**
 * One of the messages that carry a long text from outside.
 *
 * @param gateway {@link MessageChannel#name()}
 * @param sender phone number, E.164
 * @param concatenation what the sender's phone calls the long text; used anew for other texts sooner or later
 * @param count how many parts the text has
 * @param number which of them this is, from 1
 * @param body may begin or end in the middle of a surrogate pair
 */
public record IncomingTextPart(String gateway, String sender, String concatenation, int count, int number, String body,
    Instant receivedAt) {

  /** Names the part but neither the sender nor what it says, which are personal. */
  @Override
  public String toString() {
    return "IncomingTextPart[" + gateway + ", " + number + " of " + count + "]";
  }
}
