package io.remit.process.decision;

import io.remit.plan.PlanLimits;
import io.remit.plan.PlanPolicy;
import io.remit.plan.Tolerance;
import io.remit.process.CaseModel;
import java.math.BigDecimal;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Asks the decision {@code plan-limits}. */
@Component
class PlanLimitsDecision implements PlanPolicy {

  private final DecisionTables tables;
  private final ReferenceCurrency referenceCurrency;

  PlanLimitsDecision(DecisionTables tables, ReferenceCurrency referenceCurrency) {
    this.tables = tables;
    this.referenceCurrency = referenceCurrency;
  }

  @Override
  public PlanLimits limitsFor(Question question) {
    Map<String, Object> row = tables.row(CaseModel.PLAN_DECISION, Map.of("stage", question.stage().name(),
        "outstandingAmount", question.outstandingAmount(), "instalments", question.instalments(),
        "firstShare", question.firstShare(), "brokenPlans", question.brokenPlans()));
    Tolerance tolerance =
        new Tolerance(DecisionTables.number(row, "toleranceDays"), DecisionTables.number(row, "toleranceShare"));
    return new PlanLimits(Boolean.TRUE.equals(row.get("approval")), DecisionTables.number(row, "longestMonths"),
        leastInstalment(row, question.outstandingAmount().currency()), DecisionTables.number(row, "firstWithinDays"),
        tolerance, DecisionTables.number(row, "validDays"));
  }

  /** Where nobody knows what the limit is worth another person looks at the plan, and the limit is left to him. */
  private BigDecimal leastInstalment(Map<String, Object> row, String currency) {
    return referenceCurrency.in(currency, new BigDecimal(String.valueOf(row.get("leastInstalment"))))
        .orElse(BigDecimal.ZERO);
  }
}
