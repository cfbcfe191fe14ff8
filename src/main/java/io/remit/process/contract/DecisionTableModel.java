package io.remit.process.contract;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.camunda.bpm.model.dmn.DmnModelInstance;
import org.camunda.bpm.model.dmn.HitPolicy;
import org.camunda.bpm.model.dmn.instance.DecisionTable;
import org.camunda.bpm.model.dmn.instance.Input;
import org.camunda.bpm.model.dmn.instance.Output;
import org.camunda.bpm.model.dmn.instance.Text;

/** A decision table as its rules see it: cells by the names of their columns. */
record DecisionTableModel(HitPolicy hitPolicy, List<String> inputs, List<String> outputs, List<Row> rows) {

  /** A row; an empty cell is an empty text. */
  record Row(String id, Map<String, String> when, Map<String, String> then) {

    /** An output without the quotes of a string. */
    String value(String output) {
      return then.getOrDefault(output, "").replace("\"", "");
    }
  }

  /** The one table of a model. */
  static DecisionTableModel of(DmnModelInstance model) {
    DecisionTable table = model.getModelElementsByType(DecisionTable.class).iterator().next();
    List<String> inputs = table.getInputs().stream().map(Input::getInputExpression)
        .map(expression -> expression == null ? "" : text(expression.getText())).toList();
    List<String> outputs = table.getOutputs().stream().map(Output::getName).map(String::valueOf).toList();
    List<Row> rows = new ArrayList<>();
    table.getRules().forEach(rule -> rows.add(new Row(rule.getId(),
        cells(inputs, rule.getInputEntries().stream().map(entry -> text(entry.getText())).toList()),
        cells(outputs, rule.getOutputEntries().stream().map(entry -> text(entry.getText())).toList()))));
    return new DecisionTableModel(table.getHitPolicy(), inputs, outputs, rows);
  }

  private static Map<String, String> cells(List<String> columns, List<String> texts) {
    Map<String, String> cells = new TreeMap<>();
    for (int i = 0; i < Math.min(columns.size(), texts.size()); i++) {
      cells.put(columns.get(i), texts.get(i));
    }
    return cells;
  }

  /** A cell as it is written, without blanks around it. */
  static String written(Text text) {
    return text == null ? "" : text.getTextContent().strip();
  }

  private static String text(Text text) {
    return text == null || text.getTextContent().strip().equals("-") ? "" : text.getTextContent().strip();
  }
}
