package io.remit.contact.channel;

import io.remit.cases.Channel;
import io.remit.gate.RenderedText;
import java.util.Objects;
import java.util.regex.Pattern;

/**
 * A message to one person.
 *
 * @param reference identifies the message for ever; letters, digits, {@code . _ -}, the first a letter or a digit, at
 *     most 190 of them; never with personal data, since it becomes part of names and logs
 * @param channel how to reach the person
 * @param caseNumber the case that the message is about
 * @param debtorId whose case it is
 * @param recipient phone number (E.164), e-mail address or postal address, as the channel asks
 * @param text what the person is to read
 */
public record OutgoingMessage(String reference, Channel channel, String caseNumber, String debtorId, String recipient,
    RenderedText text) {

  private static final Pattern REFERENCE = Pattern.compile("[A-Za-z0-9][A-Za-z0-9._-]{0,189}");

  /**
   * @throws IllegalArgumentException if the reference has other characters or is too long, or there is no recipient
   */
  public OutgoingMessage {
    Objects.requireNonNull(channel, "channel");
    Objects.requireNonNull(caseNumber, "caseNumber");
    Objects.requireNonNull(text, "text");
    if (reference == null || !REFERENCE.matcher(reference).matches()) {
      throw new IllegalArgumentException("A message reference may have only letters, digits, '.', '_' and '-'");
    }
    if (recipient == null || recipient.isBlank()) {
      throw new IllegalArgumentException("Message " + reference + " has no recipient");
    }
  }

  /** Names the message but neither the recipient nor what it says, which are personal. */
  @Override
  public String toString() {
    return "OutgoingMessage[" + reference + ", " + channel + ", case " + caseNumber + "]";
  }
}
