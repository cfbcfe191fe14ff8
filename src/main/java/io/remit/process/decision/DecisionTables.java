package io.remit.process.decision;

import io.remit.ledger.Amount;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.DecisionService;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** Asks the decision tables in their latest version; whoever may ask Remit needs no right to the tables. */
@Component
public class DecisionTables {

  private final DecisionService decisions;
  private final ReferenceCurrency referenceCurrency;

  DecisionTables(@Lazy DecisionService decisions, ReferenceCurrency referenceCurrency) {
    this.decisions = decisions;
    this.referenceCurrency = referenceCurrency;
  }

  /** The rows that fit, in the order of the table. */
  public <F extends Record, R extends Record> List<R> rows(DecisionTable<F, R> table, F facts) {
    return rows(table.key(), table.given(facts)).stream().map(table::taken).toList();
  }

  /**
   * The one row that fits.
   *
   * @throws IllegalStateException if the table does not answer
   */
  public <F extends Record, R extends Record> R row(DecisionTable<F, R> table, F facts) {
    return table.taken(row(table.key(), table.given(facts)));
  }

  /**
   * The same of a table that a model asks too: its outputs by name.
   *
   * @throws IllegalStateException if the table does not answer
   */
  public Map<String, Object> row(String key, Map<String, Object> facts) {
    List<Map<String, Object>> rows = rows(key, facts);
    if (rows.size() != 1) {
      throw new IllegalStateException("the decision " + key + " answers with " + rows.size() + " rows");
    }
    return rows.get(0);
  }

  private List<Map<String, Object>> rows(String key, Map<String, Object> facts) {
    return decisions.evaluateDecisionTableByKey(key).variables(asTablesCompareThem(facts)).evaluate().getResultList();
  }

  /**
   * Facts as the tables ask for them: an {@link Amount} in the reference currency. If there is no rate for its
   * currency, no value: no row that compares it fits, and the tables are written so that the others are the careful
   * ones.
   */
  public Map<String, Object> asTablesCompareThem(Map<String, Object> facts) {
    Map<String, Object> compared = new HashMap<>(facts);
    compared.replaceAll((name, fact) ->
        fact instanceof Amount amount ? referenceCurrency.of(amount).orElse(null) : fact);
    return compared;
  }
}
