package io.remit.promise;

import io.remit.cases.Stage;
import io.remit.ledger.Amount;

/** The limits of promises as process owners write them: a decision table. */
public interface PromisePolicy {

  /**
   * The limits for one more promise.
   *
   * @param overdueAmount of the case
   * @param brokenPromises how many promises of the case were broken or kept in part only
   */
  PromiseLimits limitsFor(Stage stage, Amount overdueAmount, int brokenPromises);
}
