package io.remit.contact.conversation;

import io.remit.contact.channel.MessageChannel;
import io.remit.contact.channel.OutgoingMessage;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * What a voice robot reports of a call that it placed; as it came, checked when it is recorded.
 *
 * @param gateway {@link MessageChannel#name()}
 * @param reference {@link OutgoingMessage#reference()} of the call
 * @param answeredBy who took the call
 * @param outcome what the debtor said; {@link Outcome#NONE} if nothing came of it
 * @param promiseAmount in the case's currency, with a decimal point; with {@link Outcome#PROMISED}
 * @param promiseDate ISO date; with {@link Outcome#PROMISED}
 * @param at when the call ended
 */
public record RobotCallResult(String gateway, String reference, AnsweredBy answeredBy, Outcome outcome,
    @Nullable String promiseAmount, @Nullable String promiseDate, Instant at) {

  /** Who took the call. */
  public enum AnsweredBy {
    DEBTOR, THIRD_PARTY, MACHINE, NOBODY,
    /** The number does not exist, or the person says that it is not the debtor's. */
    WRONG_NUMBER
  }

  /** What was said. */
  public enum Outcome {
    PROMISED, REFUSED, DISPUTED, HARDSHIP, ASKED_FOR_HUMAN, OPTED_OUT, NONE
  }
}
