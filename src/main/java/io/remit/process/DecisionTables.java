package io.remit.process;

import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.DecisionService;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** Asks the decision tables in their latest version; whoever may ask Remit needs no right to the tables. */
@Component
class DecisionTables {

  private final DecisionService decisions;

  DecisionTables(@Lazy DecisionService decisions) {
    this.decisions = decisions;
  }

  /** The rows that fit, in the order of the table; each with its outputs by name. */
  List<Map<String, Object>> rows(String decision, Map<String, Object> facts) {
    return decisions.evaluateDecisionTableByKey(decision).variables(facts).evaluate().getResultList();
  }

  /**
   * The one row that fits.
   *
   * @throws IllegalStateException if the table does not answer
   */
  Map<String, Object> row(String decision, Map<String, Object> facts) {
    List<Map<String, Object>> rows = rows(decision, facts);
    if (rows.size() != 1) {
      throw new IllegalStateException("the decision " + decision + " answers with " + rows.size() + " rows");
    }
    return rows.get(0);
  }

  /** One output of a row, which is a whole number. */
  static int number(Map<String, Object> row, String output) {
    return ((Number) row.get(output)).intValue();
  }
}
