package io.remit.visit;

import io.remit.ledger.Amount;

/** How many field agents go to a debtor together: the decision {@code visit-agents}. */
public interface VisitAgents {

  /**
   * A visit.
   *
   * @param safetyNote the most that the safety notes about the debtor ask for, or NONE
   * @param overdueAmount of the case
   * @param hour of the day where the debtor lives, 0 to 23
   * @param earlierUnsafe whether an earlier visit to the debtor was unsafe
   */
  record Question(String safetyNote, Amount overdueAmount, int hour, boolean earlierUnsafe) {
  }

  /** How many; one or more. */
  int neededFor(Question question);
}
