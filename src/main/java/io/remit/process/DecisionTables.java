package io.remit.process;

import io.remit.ledger.Amount;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.DecisionService;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** Asks the decision tables in their latest version; whoever may ask Remit needs no right to the tables. */
@Component
class DecisionTables {

  private final DecisionService decisions;
  private final ReferenceCurrency referenceCurrency;

  DecisionTables(@Lazy DecisionService decisions, ReferenceCurrency referenceCurrency) {
    this.decisions = decisions;
    this.referenceCurrency = referenceCurrency;
  }

  /** The rows that fit, in the order of the table; each with its outputs by name. */
  List<Map<String, Object>> rows(String decision, Map<String, Object> facts) {
    return decisions.evaluateDecisionTableByKey(decision).variables(asTablesCompareThem(facts)).evaluate()
        .getResultList();
  }

  /**
   * Facts as the tables ask for them: an {@link Amount} in the reference currency. If there is no rate for its
   * currency, no value: no row that compares it fits, and the tables are written so that the others are the careful
   * ones.
   */
  Map<String, Object> asTablesCompareThem(Map<String, Object> facts) {
    Map<String, Object> compared = new HashMap<>(facts);
    compared.replaceAll((name, fact) ->
        fact instanceof Amount amount ? referenceCurrency.of(amount).orElse(null) : fact);
    return compared;
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
