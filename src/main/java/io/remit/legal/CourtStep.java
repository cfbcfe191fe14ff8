package io.remit.legal;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * One step of a suit.
 *
 * @param happenedOn its day; of a hearing the day on which it is held
 * @param amount what a judgment awards, or an enforcement brought, in the currency of the case; null if none was told
 * @param costs in the currency of the case; null if there were none
 * @param owedByDebtor whether the costs were booked as a fee on the debtor's account
 */
public record CourtStep(Kind kind, LocalDate happenedOn, @Nullable String court, @Nullable String reference,
    @Nullable BigDecimal amount, @Nullable BigDecimal costs, boolean owedByDebtor, @Nullable String note) {

  /** The kinds of steps. */
  public enum Kind {
    FILED, HEARING, JUDGMENT, DISMISSED, SETTLED, WITHDRAWN,
    /** One try to enforce a judgment. */
    ENFORCEMENT,
    /** What was awarded has been paid, or is not enforced any more. */
    SATISFIED, STOPPED;

    /** Whether the suit is over with it. */
    boolean endsSuit() {
      return this == DISMISSED || this == SETTLED || this == WITHDRAWN || this == SATISFIED || this == STOPPED;
    }

    /** Whether a court has awarded something by then, so that its costs can be the debtor's. */
    boolean isAwarded() {
      return this == JUDGMENT || this == ENFORCEMENT || this == SATISFIED || this == STOPPED;
    }
  }

  /**
   * What a form says of a step, as it was entered: nothing but what its kind asks for must be there.
   *
   * @param happenedOn an ISO date; today if empty
   * @param costsOwed {@code YES} if the debtor owes the costs: a court awarded them
   */
  public record Entered(@Nullable String happenedOn, @Nullable String amount, @Nullable String costs,
      @Nullable String costsOwed) {
  }

  /** What a form says of where a suit was filed, as it was entered. */
  public record Where(@Nullable String court, @Nullable String reference) {

    static final Where NOT_SAID = new Where(null, null);
  }
}
