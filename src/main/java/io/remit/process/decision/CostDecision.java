package io.remit.process.decision;

import io.remit.figures.UnitCosts;
import io.remit.process.CaseModel;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Asks the decision {@code cost-of-collection}. */
@Component
class CostDecision implements UnitCosts {

  private final DecisionTables tables;

  CostDecision(DecisionTables tables) {
    this.tables = tables;
  }

  @Override
  public List<UnitCost> of(Kind kind, String currency, String partner) {
    Map<String, Object> facts = new HashMap<>();
    facts.put("kind", kind.name());
    facts.put("currency", currency);
    facts.put("partner", partner);
    return tables.rows(CaseModel.COST_DECISION, facts).stream()
        .map(row -> new UnitCost(new BigDecimal(row.get("amount").toString()),
            LocalDate.parse((String) row.get("validFrom")))).toList();
  }
}
