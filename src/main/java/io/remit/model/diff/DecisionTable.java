package io.remit.model.diff;

import io.remit.model.ModelPart;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A decision with its table as it is read.
 *
 * @param details all that is said of it beside its table
 * @param columns inputs, then outputs
 */
record DecisionTable(String id, String name, Map<String, String> details, List<Column> columns, List<Row> rows,
    String hitPolicy) {

  /**
   * A column.
   *
   * @param key what it asks for or answers, such as {@code input daysPastDue}
   * @param label as it is shown
   */
  record Column(String id, String key, boolean input, String label, Map<String, String> details) {
  }

  /**
   * A row.
   *
   * @param cells what is written under each column, in their order
   */
  record Row(String id, String note, List<String> cells) {

    String cell(int column) {
      return column < cells.size() ? cells.get(column) : "";
    }
  }

  /** Whether it means something that a row stands above another. */
  boolean isReadInOrder() {
    return Set.of("FIRST", "RULE ORDER", "OUTPUT ORDER", "COLLECT").contains(hitPolicy);
  }

  /** The decisions of a file, by id. */
  static Map<String, DecisionTable> allIn(ModelPart definitions) {
    Map<String, DecisionTable> decisions = new LinkedHashMap<>();
    for (ModelPart part : definitions.children("decision")) {
      DecisionTable decision = of(part);
      decisions.putIfAbsent(decision.id(), decision);
    }
    return decisions;
  }

  /** What a file says beside its decisions, and beside how they are drawn. */
  static Map<String, String> restOf(ModelPart definitions) {
    Map<String, String> rest = Details.empty();
    for (ModelPart part : definitions.children()) {
      String type = part.name().getLocalPart();
      if (!type.equals("decision") && !type.equals("DMNDI")) {
        Details.add(rest, type, Details.canonical(part));
      }
    }
    return rest;
  }

  private static DecisionTable of(ModelPart decision) {
    Map<String, String> details = details(decision, Set.of("id", "name"), Set.of("decisionTable"));
    details.remove("variable");
    ModelPart table = Details.child(decision, "decisionTable");
    List<Column> columns = new ArrayList<>();
    Set<String> keys = new HashSet<>();
    for (ModelPart part : table.children()) {
      if (part.is("input") || part.is("output")) {
        columns.add(column(part, keys));
      }
    }
    columns.sort((first, second) -> Boolean.compare(second.input(), first.input()));
    List<Row> rows = table.children("rule").stream().map(DecisionTable::row).toList();
    String hitPolicy = table.attribute("hitPolicy");
    if (!decision.children("decisionTable").isEmpty()) {
      details.put("hitPolicy", hitPolicy.isEmpty() ? "UNIQUE" : hitPolicy);
      Details.add(details, "aggregation", table.attribute("aggregation"));
    }
    return new DecisionTable(decision.attribute("id"), decision.attribute("name"), details, List.copyOf(columns), rows,
        details.getOrDefault("hitPolicy", ""));
  }

  private static Column column(ModelPart part, Set<String> keys) {
    boolean input = part.is("input");
    Map<String, String> details = details(part, Set.of("id", "label", "width"),
        Set.of("inputExpression", "inputValues", "outputValues"));
    ModelPart expression = Details.child(part, "inputExpression");
    String asked = input ? text(expression) : part.attribute("name");
    details.remove("name");
    Details.add(details, "expression", asked);
    if (input) {
      Details.add(details, "typeRef", expression.attribute("typeRef"));
    }
    Details.add(details, "allowed", text(Details.child(part, input ? "inputValues" : "outputValues")));
    String key = part.name().getLocalPart() + " " + asked;
    while (!keys.add(key)) {
      key += "'";
    }
    String label = part.attribute("label");
    return new Column(part.attribute("id"), key, input, label.isEmpty() ? asked : label, details);
  }

  private static Row row(ModelPart rule) {
    List<String> cells = new ArrayList<>();
    rule.children("inputEntry").forEach(cell -> cells.add(text(cell)));
    rule.children("outputEntry").forEach(cell -> cells.add(text(cell)));
    return new Row(rule.attribute("id"), Details.oneLine(Details.child(rule, "description").text()), cells);
  }

  private static Map<String, String> details(ModelPart part, Set<String> withoutAttributes, Set<String> withoutParts) {
    Map<String, String> details = Details.empty();
    Details.attributes(part).forEach((name, value) -> {
      if (!withoutAttributes.contains(name)) {
        Details.add(details, name, value);
      }
    });
    for (ModelPart child : part.children()) {
      String type = child.name().getLocalPart();
      if (!withoutParts.contains(type)) {
        Details.add(details, type,
            child.children().isEmpty() && child.attributes().isEmpty() ? Details.oneLine(child.text())
                : Details.canonical(child));
      }
    }
    return details;
  }

  /** The text of a cell; a dash, which says the same as nothing, is nothing. */
  private static String text(ModelPart part) {
    String text = part.children("text").stream().map(child -> Details.oneLine(child.text()))
        .collect(Collectors.joining(" "));
    return text.equals("-") ? "" : text.length() < 6 && isTruth(text) ? text.toLowerCase(Locale.ROOT) : text;
  }

  private static boolean isTruth(String text) {
    return text.equalsIgnoreCase("true") || text.equalsIgnoreCase("false");
  }
}
