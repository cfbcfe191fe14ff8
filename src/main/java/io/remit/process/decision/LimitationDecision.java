package io.remit.process.decision;

import io.remit.limitation.LimitationPeriod;
import io.remit.limitation.LimitationPolicy;
import io.remit.process.CaseModel;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Asks the decision {@code limitation}. */
@Component
class LimitationDecision implements LimitationPolicy {

  private final DecisionTables tables;

  LimitationDecision(DecisionTables tables) {
    this.tables = tables;
  }

  @Override
  public Optional<LimitationPeriod> periodFor(Question question) {
    Map<String, Object> facts = new HashMap<>();
    facts.put("country", question.country());
    facts.put("region", question.region());
    facts.put("product", question.product());
    facts.put("debtorType", question.debtorType().name());
    return tables.rows(CaseModel.LIMITATION_DECISION, facts).stream().findFirst()
        .map(row -> LimitationPeriod.of(DecisionTables.number(row, "years"),
            Boolean.TRUE.equals(row.get("fromEndOfYear")), (String) row.get("interruptedBy")));
  }
}
