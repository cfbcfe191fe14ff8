package io.remit.process;

import io.remit.division.CaseToDivide;
import io.remit.division.DivisionRules;
import io.remit.division.Requirement;
import io.remit.division.Requirement.Must;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.springframework.stereotype.Component;

/** Asks the decisions {@code work-expected} and {@code division-rules}. */
@Component
class DivisionDecision implements DivisionRules {

  private final DecisionTables tables;

  DivisionDecision(DecisionTables tables) {
    this.tables = tables;
  }

  @Override
  public int minutesFor(CaseToDivide facts) {
    return DecisionTables.number(tables.row(CaseModel.WORK_DECISION, values(facts)), "minutes");
  }

  /** @throws IllegalArgumentException if the decision names a requirement that there is not */
  @Override
  public List<Requirement> requirementsFor(CaseToDivide facts) {
    return tables.rows(CaseModel.DIVISION_DECISION, values(facts)).stream()
        .map(row -> new Requirement(Must.valueOf((String) row.get("must")), (String) row.get("skill"))).toList();
  }

  /** What both decisions may ask for. */
  static Map<String, Object> values(CaseToDivide facts) {
    Map<String, Object> values = new HashMap<>();
    values.put("stage", facts.stage());
    values.put("product", facts.product());
    values.put("debtorType", facts.debtorType());
    values.put("overdueAmount", facts.overdueAmount());
    values.put("promiseBroken", facts.promiseBroken());
    return values;
  }
}
