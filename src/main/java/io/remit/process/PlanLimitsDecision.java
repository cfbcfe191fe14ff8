package io.remit.process;

import io.remit.plan.PlanLimits;
import io.remit.plan.PlanPolicy;
import io.remit.plan.Tolerance;
import java.math.BigDecimal;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Asks the decision {@code plan-limits}. */
@Component
class PlanLimitsDecision implements PlanPolicy {

  private final DecisionTables tables;

  PlanLimitsDecision(DecisionTables tables) {
    this.tables = tables;
  }

  @Override
  public PlanLimits limitsFor(Question question) {
    Map<String, Object> row = tables.row(CaseModel.PLAN_DECISION, Map.of("stage", question.stage().name(),
        "outstandingAmount", question.outstandingAmount(), "instalments", question.instalments(),
        "firstShare", question.firstShare(), "brokenPlans", question.brokenPlans()));
    Tolerance tolerance =
        new Tolerance(DecisionTables.number(row, "toleranceDays"), DecisionTables.number(row, "toleranceShare"));
    return new PlanLimits(Boolean.TRUE.equals(row.get("approval")), DecisionTables.number(row, "longestMonths"),
        new BigDecimal(String.valueOf(row.get("leastInstalment"))), DecisionTables.number(row, "firstWithinDays"),
        tolerance, DecisionTables.number(row, "validDays"));
  }
}
