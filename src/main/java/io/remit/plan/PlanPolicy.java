package io.remit.plan;

import io.remit.cases.Stage;
import io.remit.ledger.Amount;

/** The decision {@code plan-limits}, asked through the engine. */
public interface PlanPolicy {

  /**
   * What the decision is asked about.
   *
   * @param outstandingAmount of the case
   * @param firstShare percent of the total that the first instalment pays, rounded down
   * @param brokenPlans how many plans of the case were breached before
   */
  record Question(Stage stage, Amount outstandingAmount, int instalments, int firstShare, int brokenPlans) {
  }

  /** The limits that hold for a plan. */
  PlanLimits limitsFor(Question question);
}
