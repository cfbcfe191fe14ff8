package io.remit.model;

import io.remit.model.table.Fault;
import io.remit.model.table.Table;
import io.remit.model.table.TableAnalysis;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** A decision answers whatever it is asked, and its rows get along with each other. */
final class DecisionTableRules {

  /** What may have no value: there may be no rate for the currency of a debt. */
  private static final String IN_REFERENCE_CURRENCY = "in the reference currency";
  private static final Set<Table.HitPolicy> OF_ONE_ANSWER =
      Set.of(Table.HitPolicy.UNIQUE, Table.HitPolicy.FIRST, Table.HitPolicy.ANY);
  /** Faults that are none for certain. */
  private static final Set<Fault.Kind> DOUBTS = Set.of(Fault.Kind.PERHAPS_SHADOWED);

  private DecisionTableRules() {
  }

  /**
   * Adds what is wrong with the tables of decisions.
   *
   * @param silent the decisions that need not answer
   */
  static void check(Map<String, ModelPart> models, Set<String> silent, List<Finding> found) {
    models.forEach((file, model) -> model.children("decision").forEach(decision -> decision.children("decisionTable")
        .forEach(table -> TableAnalysis.faults(read(decision, table, silent)).stream()
            .filter(fault -> !DOUBTS.contains(fault.kind()))
            .forEach(fault -> found.add(finding(file, decision, table, fault))))));
  }

  private static Finding finding(String file, ModelPart decision, ModelPart table, Fault fault) {
    ModelPart place = table.children("rule").stream()
        .filter(rule -> rule.attribute("id").equals(fault.row())).findFirst().orElse(decision);
    ModelRule rule = switch (fault.kind()) {
      case GAP, PERHAPS_A_GAP -> ModelRule.DECISION_ANSWERS_EVERYTHING;
      case UNREADABLE -> ModelRule.CELL_IS_SIMPLE;
      default -> ModelRule.DECISION_DOES_NOT_CONTRADICT;
    };
    return new Finding(file, place.line(), place.attribute("id"), rule, fault.words());
  }

  private static Table read(ModelPart decision, ModelPart table, Set<String> silent) {
    Table.HitPolicy policy = switch (table.attribute("hitPolicy")) {
      case "FIRST" -> Table.HitPolicy.FIRST;
      case "ANY" -> Table.HitPolicy.ANY;
      case "COLLECT", "RULE ORDER" -> Table.HitPolicy.COLLECT;
      default -> Table.HitPolicy.UNIQUE;
    };
    return new Table(policy, OF_ONE_ANSWER.contains(policy) && !silent.contains(decision.attribute("id")),
        table.children("input").stream().map(DecisionTableRules::column).toList(),
        table.children("rule").stream().map(rule -> new Table.Row(rule.attribute("id"),
            rule.children("inputEntry").stream().map(DecisionTableRules::text).toList(),
            rule.children("outputEntry").stream().map(DecisionTableRules::text).toList())).toList());
  }

  private static Table.Column column(ModelPart input) {
    ModelPart asked = input.children("inputExpression").stream().findFirst().orElse(input);
    String fact = text(asked);
    String label = input.attribute("label").isBlank() ? fact : input.attribute("label").strip();
    Table.Kind kind = switch (asked.attribute("typeRef")) {
      case "integer", "long" -> Table.Kind.WHOLE_NUMBER;
      case "double", "number" -> Table.Kind.NUMBER;
      case "string" -> Table.Kind.TEXT;
      case "boolean" -> Table.Kind.TRUTH;
      default -> Table.Kind.OTHER;
    };
    return new Table.Column(label, fact, kind,
        input.children("inputValues").stream().map(DecisionTableRules::text).collect(Collectors.joining()),
        label.contains(IN_REFERENCE_CURRENCY));
  }

  private static String text(ModelPart part) {
    return part.children("text").stream().map(text -> text.text().strip()).collect(Collectors.joining());
  }
}
