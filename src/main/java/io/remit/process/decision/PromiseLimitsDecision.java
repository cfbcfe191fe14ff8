package io.remit.process.decision;

import io.remit.cases.Stage;
import io.remit.ledger.Amount;
import io.remit.process.CaseModel;
import io.remit.promise.PromiseLimits;
import io.remit.promise.PromisePolicy;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Asks the decision {@code promise-limits}. */
@Component
class PromiseLimitsDecision implements PromisePolicy {

  private final DecisionTables tables;

  PromiseLimitsDecision(DecisionTables tables) {
    this.tables = tables;
  }

  @Override
  public PromiseLimits limitsFor(Stage stage, Amount overdueAmount, int brokenPromises) {
    Map<String, Object> row = tables.row(CaseModel.PROMISE_DECISION, Map.of("stage", stage.name(),
        "overdueAmount", overdueAmount, "brokenPromises", brokenPromises));
    return new PromiseLimits(DecisionTables.number(row, "longestDays"), DecisionTables.number(row, "leastShare"),
        DecisionTables.number(row, "graceDays"), DecisionTables.number(row, "thresholdPercent"),
        Boolean.TRUE.equals(row.get("approval")), DecisionTables.number(row, "approvalDays"));
  }
}
