package io.remit.ledger;

import org.jspecify.annotations.Nullable;

/**
 * What became of one entry that was to be booked.
 *
 * @param refusal set if and only if the outcome is REFUSED
 */
public record PostingResult(Outcome outcome, @Nullable Refusal refusal) {

  /** The ways a posting can end. */
  public enum Outcome {
    /** In the ledger and counted. */
    POSTED,
    /** The same order was posted before; nothing changed. */
    DUPLICATE,
    /** Kept in the ledger; counts as soon as its account, or the payment that it reverses, is known. */
    UNMATCHED,
    /** Contradicts what is known; not in the ledger. */
    REFUSED
  }

  /** @param outcome any but REFUSED */
  public static PostingResult of(Outcome outcome) {
    return new PostingResult(outcome, null);
  }

  /** @param column the column or field at fault; see {@link Refusal} */
  public static PostingResult refused(String column, String rule, String message) {
    return new PostingResult(Outcome.REFUSED, new Refusal(column, rule, message));
  }
}
