package io.remit.cases;

import org.jspecify.annotations.Nullable;
/**
 * Published in the transaction in which something changed about a case that somebody outside has: who works there has
 * to know, and the case itself was not woken.
 *
 * @param who has the case
 * @param reason of a pause: the name of its reason, such as {@code INSOLVENCY}; else null
 */
public record ChangedOutside(String caseNumber, OutsideWork.Who who, What what,
    @Nullable String reason) {

  /** What changed. */
  public enum What {
    /** Nothing is left to collect. */
    PAID,
    /** The creditor took the case back. */
    WITHDRAWN,
    /** Money is owed; how much may have changed. */
    OWED,
    /** There is a reason to pause. */
    PAUSED,
    /** Nothing pauses collection any more. */
    RESUMED
  }
}
