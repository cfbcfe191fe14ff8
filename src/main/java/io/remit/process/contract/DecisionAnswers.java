package io.remit.process.contract;

import io.remit.model.table.PlainTable;
import io.remit.model.table.Table;
import io.remit.process.decision.RememberingFeelEngine;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.camunda.bpm.dmn.engine.DmnDecision;
import org.camunda.bpm.dmn.engine.DmnEngine;
import org.camunda.bpm.dmn.engine.impl.DefaultDmnEngineConfiguration;
import org.camunda.bpm.dmn.feel.impl.scala.ScalaFeelEngineFactory;
import org.camunda.bpm.model.dmn.DmnModelInstance;
import org.camunda.bpm.model.dmn.HitPolicy;
import org.camunda.bpm.model.dmn.instance.Decision;
import org.camunda.bpm.model.dmn.instance.DecisionTable;
import org.camunda.bpm.model.dmn.instance.Output;

/**
 * Asks a decision as the process engine would, without one. A table that holds nothing but plain cells answers by
 * itself; any other is asked by the engine for decisions.
 */
final class DecisionAnswers {

  private static final Map<HitPolicy, Table.HitPolicy> POLICIES =
      Map.of(HitPolicy.FIRST, Table.HitPolicy.FIRST, HitPolicy.UNIQUE, Table.HitPolicy.UNIQUE);
  private static final Map<String, Table.Kind> KINDS = Map.of("integer", Table.Kind.WHOLE_NUMBER, "double",
      Table.Kind.NUMBER, "string", Table.Kind.TEXT, "boolean", Table.Kind.TRUTH);
  private static final Map<String, Pattern> CONSTANTS = Map.of("string", Pattern.compile("\"[^\"\\\\]*\""),
      "boolean", Pattern.compile("true|false"), "integer", Pattern.compile("\\d{1,9}"));

  private final String id;
  private final DmnModelInstance model;
  private final List<Output> outputs;
  private final Optional<PlainTable> plain;
  private DmnDecision parsed;

  /** @throws RuntimeException if the engine cannot read it */
  DecisionAnswers(String id, DmnModelInstance model) {
    this.id = id;
    this.model = model;
    DecisionTable table = model.getModelElementsByType(DecisionTable.class).iterator().next();
    this.outputs = List.copyOf(table.getOutputs());
    this.plain = isAlone(table) && outputsArePlain(table) ? plain(table) : Optional.empty();
    if (plain.isEmpty()) {
      parsed = Engine.ENGINE.parseDecision(id, model);
    }
  }

  /** All rows that the decision answers with. */
  List<Map<String, Object>> to(Map<String, Object> variables) {
    return plain.flatMap(table -> table.answersTo(variables))
        .map(rows -> rows.stream().map(row -> valuesOf(row.then())).toList())
        .orElseGet(() -> answersOfEngine(variables));
  }

  /** The same, as the engine for decisions says it, whatever is in the table. */
  List<Map<String, Object>> answersOfEngine(Map<String, Object> variables) {
    if (parsed == null) {
      parsed = Engine.ENGINE.parseDecision(id, model);
    }
    return Engine.ENGINE.evaluateDecisionTable(parsed, variables).getResultList();
  }

  private boolean isAlone(DecisionTable table) {
    return table.getParentElement() instanceof Decision decision && decision.getId().equals(id)
        && decision.getInformationRequirements().isEmpty() && table.getAggregation() == null;
  }

  /** Whether each output has a name of its own, and each row a constant of its kind for it, or nothing. */
  private boolean outputsArePlain(DecisionTable table) {
    Set<String> names = new HashSet<>();
    return outputs.stream().allMatch(output -> output.getName() != null && names.add(output.getName())
        && CONSTANTS.containsKey(String.valueOf(output.getTypeRef())))
        && table.getRules().stream().allMatch(row -> row.getOutputEntries().size() == outputs.size());
  }

  private Optional<PlainTable> plain(DecisionTable table) {
    Table.HitPolicy policy = POLICIES.get(table.getHitPolicy());
    List<Table.Row> rows = table.getRules().stream().map(rule -> new Table.Row(rule.getId(),
        rule.getInputEntries().stream().map(entry -> DecisionTableModel.written(entry.getText())).toList(),
        rule.getOutputEntries().stream().map(entry -> DecisionTableModel.written(entry.getText())).toList())).toList();
    boolean constant = rows.stream().allMatch(row -> isConstant(row.then()));
    List<Table.Column> columns = table.getInputs().stream().filter(input -> input.getInputExpression() != null)
        .map(input -> new Table.Column("", DecisionTableModel.written(input.getInputExpression().getText()),
            KINDS.getOrDefault(String.valueOf(input.getInputExpression().getTypeRef()), Table.Kind.OTHER), "", false))
        .toList();
    return policy == null || !constant || columns.size() != table.getInputs().size() ? Optional.empty()
        : PlainTable.of(new Table(policy, true, columns, rows));
  }

  /** Nothing but constants, and one at least: what is empty is no answer. */
  private boolean isConstant(List<String> then) {
    for (int i = 0; i < outputs.size(); i++) {
      if (!then.get(i).isEmpty() && !CONSTANTS.get(outputs.get(i).getTypeRef()).matcher(then.get(i)).matches()) {
        return false;
      }
    }
    return then.stream().anyMatch(cell -> !cell.isEmpty());
  }

  private Map<String, Object> valuesOf(List<String> then) {
    Map<String, Object> values = new LinkedHashMap<>();
    for (int i = 0; i < outputs.size(); i++) {
      String cell = then.get(i);
      if (!cell.isEmpty()) {
        values.put(outputs.get(i).getName(), switch (outputs.get(i).getTypeRef()) {
          case "string" -> cell.substring(1, cell.length() - 1);
          case "boolean" -> Boolean.valueOf(cell);
          default -> Integer.valueOf(cell);
        });
      }
    }
    return values;
  }

  /** Begins when it is needed. */
  private static final class Engine {

    private static final DmnEngine ENGINE = engine();

    private Engine() {
    }

    private static DmnEngine engine() {
      DefaultDmnEngineConfiguration configuration = new DefaultDmnEngineConfiguration();
      RememberingFeelEngine feel = new RememberingFeelEngine(new ScalaFeelEngineFactory(List.of()).createInstance());
      configuration.setFeelEngineFactory(() -> feel);
      return configuration.buildEngine();
    }
  }
}
