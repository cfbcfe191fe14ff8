package io.remit.outsourcing;

import io.remit.ledger.Amount;
import org.jspecify.annotations.Nullable;

/** The decision table {@code part-time-limits}: what a part-time collector may take. */
public interface NearByLimits {

  /** Why a case may not be taken; null if it may. */
  @Nullable Refusal refusalOf(Question question);

  /**
   * What is known when somebody wants to take a case.
   *
   * @param overdueAmount compared in the reference currency
   * @param casesNow how many cases the collector has
   * @param takenToday how many they have taken today
   * @param knowsDebtor whether they say that they know the debtor, or could gain or lose by the case
   */
  record Question(Amount overdueAmount, int casesNow, int takenToday, boolean knowsDebtor) {
  }

  /** Why not. */
  enum Refusal {
    KNOWS_DEBTOR, TOO_MANY, ENOUGH_TODAY, TOO_LARGE
  }
}
