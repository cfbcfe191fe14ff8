package io.remit.dispute;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * How a dispute was decided.
 *
 * @param accountNumber of a correction, else null
 * @param correctedAmount what is really owed on that account, in its currency; else null
 * @param reason of a rejection, else null
 */
public record DisputeAnswer(Outcome outcome, @Nullable String accountNumber, @Nullable BigDecimal correctedAmount,
    @Nullable Reason reason) {

  /** What a supervisor can decide. */
  public enum Outcome {
    /** The debtor is right: the case leaves collection. */
    UPHELD_CLOSE,
    /** The debtor is right about the amount. */
    UPHELD_CORRECT,
    REJECTED,
    /** It cannot be decided yet. */
    MORE_TIME
  }

  /** Why a dispute was rejected: for each there is an approved text. */
  public enum Reason {
    /** What was bought was delivered or done. */
    DELIVERED,
    /** What the debtor says was paid did not come in. */
    NOT_PAID,
    /** The amount is what was agreed. */
    AMOUNT_RIGHT
  }
}
