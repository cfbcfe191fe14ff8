package io.remit.process.contract;

import io.remit.cases.Stage;
import io.remit.contact.treatment.Treatment;
import io.remit.contact.treatment.TreatmentDecision;
import io.remit.model.ModelExpression;
import io.remit.model.ModelRule;
import io.remit.process.CaseModel;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.camunda.bpm.model.bpmn.instance.ConditionExpression;
import org.camunda.bpm.model.bpmn.instance.SubProcess;

/** {@code next-treatment} answers every case, with what the stages can do. */
final class TreatmentRules implements ModelRules {

  private static final String FILE = CaseModel.TREATMENT_DECISION + ".dmn";
  private static final Pattern NUMBER = Pattern.compile("\\d+");
  /** A table that names more has something else wrong with it. */
  private static final int MOST_NUMBERS = 200;
  private static final Pattern DAYS = Pattern.compile("[1-9]\\d{0,2}");

  @Override
  public void check(Models models, Findings found) {
    models.decision(CaseModel.TREATMENT_DECISION).ifPresent(model -> {
      DecisionTableModel table = DecisionTableModel.of(model);
      DecisionAnswers answers =
          models.isSound(FILE) ? new DecisionAnswers(CaseModel.TREATMENT_DECISION, model) : null;
      Map<Stage, Set<String>> offered = Stream.of(Stage.values())
          .collect(Collectors.toMap(stage -> stage, stage -> offeredIn(stage, models)));
      if (!table.outputs().containsAll(List.of("treatment", "waitDays"))) {
        return;
      }
      for (DecisionTableModel.Row row : table.rows()) {
        checkRow(row, offered, found);
      }
      for (Stage stage : Stage.values()) {
        if (checkEnd(stage, table, found) && answers != null) {
          checkAnswers(stage, table, answers, found);
        }
      }
    });
  }

  private static void checkRow(DecisionTableModel.Row row, Map<Stage, Set<String>> offered, Findings found) {
    found.unless(DAYS.matcher(row.value("waitDays")).matches(), FILE, row.id(), ModelRule.DECISION_FITS_THE_CODE,
        "the days before the next are '" + row.value("waitDays") + "'");
    for (Stage stage : Stage.values()) {
      if (covers(row, stage)) {
        found.unless(offered.get(stage).contains(row.value("treatment")), FILE, row.id(), ModelRule.TREATMENT_IS_DRAWN,
            "it answers " + row.value("treatment") + ", but " + stage + " offers " + offered.get(stage));
      }
    }
  }

  /** What the gateway in a stage has a way for, and the default. */
  private static Set<String> offeredIn(Stage stage, Models models) {
    Set<String> offered = new TreeSet<>(Set.of(Treatment.WAIT.name()));
    BpmnModelInstance model = models.collectionCase().orElse(null);
    if (model == null) {
      return namesOf(Treatment.values());
    }
    SubProcess drawn = model.getModelElementById(CaseModel.elementOf(stage));
    model.getModelElementsByType(ConditionExpression.class).stream()
        .filter(condition -> drawn != null && condition.getParentElement().getParentElement().equals(drawn))
        .map(condition -> ModelExpression.of(condition.getTextContent()))
        .filter(ModelExpression.Comparison.class::isInstance).map(ModelExpression.Comparison.class::cast)
        .filter(comparison -> comparison.variable().equals(CaseModel.TREATMENT))
        .forEach(comparison -> offered.add(comparison.value()));
    return offered;
  }

  private static Set<String> namesOf(Treatment... treatments) {
    return Stream.of(treatments).map(Treatment::name).collect(Collectors.toSet());
  }

  private static boolean covers(DecisionTableModel.Row row, Stage stage) {
    String cell = row.when().getOrDefault(CaseModel.STAGE, "");
    return cell.isEmpty() || List.of(cell.split("\\s*,\\s*")).contains("\"" + stage + "\"");
  }

  private static boolean checkEnd(Stage stage, DecisionTableModel table, Findings found) {
    boolean waits = table.rows().stream().filter(row -> covers(row, stage)).anyMatch(
        row -> row.value("treatment").equals(Treatment.WAIT.name()) && row.when().entrySet().stream()
            .allMatch(cell -> cell.getKey().equals(CaseModel.STAGE) || cell.getValue().isEmpty()));
    found.unless(waits, FILE, CaseModel.TREATMENT_DECISION, ModelRule.TREATMENT_IS_ALWAYS_ANSWERED,
        stage + " has no row that waits whatever else holds");
    return waits;
  }

  /** Tries a stage with each number of treatments that its rows name, and with all facts for and against. */
  private static void checkAnswers(Stage stage, DecisionTableModel table, DecisionAnswers answers, Findings found) {
    SortedSet<Integer> numbers = new TreeSet<>(Set.of(0));
    table.rows().stream().filter(row -> covers(row, stage))
        .flatMap(row -> NUMBER.matcher(row.when().getOrDefault("treatments", "")).results())
        .forEach(number -> numbers.add(Integer.valueOf(number.group())));
    numbers.add(numbers.last() + 1);
    for (int treatments : numbers.stream().limit(MOST_NUMBERS).toList()) {
      for (boolean yes : new boolean[] {true, false}) {
        Map<String, Object> facts = new HashMap<>();
        table.inputs().forEach(input -> facts.put(input, yes));
        facts.put(CaseModel.STAGE, stage.name());
        facts.put("daysPastDue", yes ? 0 : 5);
        facts.put("treatments", treatments);
        facts.put("overdueAmount", yes ? 10.0 : 5000.0);
        facts.put("lastOutcome", yes ? "NOT_REACHED" : "NONE");
        facts.put("overdueReason", yes ? "FORGOT" : "NONE");
        facts.put("lastMessage", yes ? "FAILED" : "NONE");
        try {
          List<Map<String, Object>> rows = answers.to(facts);
          if (rows.size() != 1) {
            throw new IllegalStateException(rows.size() + " rows");
          }
          TreatmentDecision.of(rows.get(0));
        } catch (RuntimeException e) {
          found.add(FILE, CaseModel.TREATMENT_DECISION, ModelRule.TREATMENT_IS_ALWAYS_ANSWERED,
              "no usable answer to " + facts + ": " + e.getMessage());
          return;
        }
      }
    }
  }
}
