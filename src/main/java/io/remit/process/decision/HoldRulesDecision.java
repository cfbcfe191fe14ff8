package io.remit.process.decision;

import io.remit.evidence.EvidenceItem;
import io.remit.hold.Hold;
import io.remit.hold.HoldPolicy;
import io.remit.hold.HoldRule;
import io.remit.process.CaseModel;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
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
        DecisionTables.number(row, "reviewDays"), DecisionTables.number(row, "longestDays"),
        row.get("endsAfterDays") == null ? null : DecisionTables.number(row, "endsAfterDays"),
        kinds((String) row.get("evidence")));
  }

  /** @param listed kinds parted by commas; null or blank for none */
  private static Set<EvidenceItem.Kind> kinds(String listed) {
    return listed == null || listed.isBlank() ? Set.of() : Arrays.stream(listed.split(",")).map(String::strip)
        .map(EvidenceItem.Kind::valueOf).collect(Collectors.toUnmodifiableSet());
  }
}
