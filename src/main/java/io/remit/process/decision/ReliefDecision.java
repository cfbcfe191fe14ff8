package io.remit.process.decision;

import io.remit.hardship.Relief;
import io.remit.hardship.ReliefPolicy;
import io.remit.process.CaseModel;
import java.util.List;
import org.camunda.bpm.engine.variable.VariableMap;
import org.camunda.bpm.engine.variable.Variables;
import org.springframework.stereotype.Component;

/** Asks the decision {@code hardship-relief}. */
@Component
class ReliefDecision implements ReliefPolicy {

  private static final String UNKNOWN = "UNKNOWN";

  private final DecisionTables tables;

  ReliefDecision(DecisionTables tables) {
    this.tables = tables;
  }

  @Override
  public List<Possible> possible(Facts facts) {
    VariableMap given = Variables.putValue("kind", facts.kind() == null ? UNKNOWN : facts.kind().name())
        .putValue("daysPastDue", facts.daysPastDue()).putValue("overdueAmount", facts.overdueAmount())
        .putValue("evidenceAccepted", facts.evidenceAccepted());
    return tables.rows(CaseModel.RELIEF_DECISION, given).stream()
        .map(row -> new Possible(Relief.Kind.valueOf((String) row.get("relief")),
            DecisionTables.number(row, "longestDays"), Approval.valueOf((String) row.get("approval")))).toList();
  }
}
