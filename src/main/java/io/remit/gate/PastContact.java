package io.remit.gate;

import io.remit.cases.Channel;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A contact that counts for the caps.
 *
 * @param at when the gate allowed it
 * @param number the phone number, or null
 * @param answered whether anybody took a call; null while that is not known
 * @param conversation whether it was the debtor who was spoken with, and a rest must follow; null while that is
 *     not known
 * @param incoming whether the debtor called or came to us: that counts as a conversation, and for no cap
 */
public record PastContact(long attemptId, Channel channel, Instant at, @Nullable String number,
    @Nullable Boolean answered, @Nullable Boolean conversation, boolean incoming) {

  /** Not yet known counts as it would be worse. */
  boolean mayHaveBeenAnswered() {
    return isCall() && !Boolean.FALSE.equals(answered);
  }

  boolean mayHaveBeenUnanswered() {
    return isCall() && !Boolean.TRUE.equals(answered);
  }

  boolean isCall() {
    return channel.isVoice() && !incoming;
  }

  boolean isMessage() {
    return channel.isMessage() && !incoming;
  }

  boolean wasConversation() {
    return !channel.isMessage() && Boolean.TRUE.equals(conversation);
  }
}
