package io.remit.limitation;

import java.time.LocalDate;

/** Something that may make a period of limitation begin anew, or stop it for good. */
public record Interruption(Kind kind, LocalDate on) {

  /** What interrupts, as the decision {@code limitation} names it. */
  public enum Kind {
    /** The debtor paid a part. */
    PAYMENT,
    /** The debtor acknowledged the debt in writing, as by accepting a plan. */
    ACKNOWLEDGEMENT,
    /** The creditor asked for the money by a letter that went out. */
    DEMAND,
    /**
     * The creditor sued: wherever that was in time the debt is not barred any more while the court has it, and after a
     * judgment.
     */
    SUIT
  }
}
