package io.remit.process;

import io.remit.hold.Hold;
import io.remit.hold.HoldPolicy;
import io.remit.hold.HoldRule;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Asks the decision {@code hold-rules}. */
@Component
class HoldRulesDecision implements HoldPolicy {

  private final DecisionTables tables;

  HoldRulesDecision(DecisionTables tables) {
    this.tables = tables;
  }

  @Override
  public HoldRule ruleOf(Hold.Reason reason) {
    Map<String, Object> row = tables.row(CaseModel.HOLD_DECISION, Map.of("reason", reason.name()));
    return new HoldRule(
        new Hold.Effect((String) row.get("stops"), (Boolean) row.get("wholeDebtor"), (Boolean) row.get("keepsTime")),
        ((Number) row.get("reviewDays")).intValue(), ((Number) row.get("longestDays")).intValue());
  }
}
