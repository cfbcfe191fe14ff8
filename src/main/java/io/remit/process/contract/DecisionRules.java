package io.remit.process.contract;

import io.remit.contact.treatment.TreatmentQuestions;
import io.remit.model.ModelRule;
import io.remit.process.CaseModel;
import io.remit.process.decision.Tables;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.camunda.bpm.model.dmn.DmnModelInstance;
import org.camunda.bpm.model.dmn.HitPolicy;
import org.camunda.bpm.model.dmn.instance.DecisionTable;
import org.camunda.bpm.model.dmn.instance.Input;
import org.camunda.bpm.model.dmn.instance.LiteralExpression;
import org.camunda.bpm.model.dmn.instance.Output;
import org.camunda.bpm.model.dmn.instance.Rule;
import org.camunda.bpm.model.dmn.instance.Text;
import org.camunda.bpm.model.dmn.instance.UnaryTests;

/** What the code gives to decisions, and what it takes from them. */
final class DecisionRules implements FileRules {

  private static final Pattern CLOCK = Pattern.compile("\\b(today|now)\\s*\\(");
  private static final Pattern QUOTED = Pattern.compile("\"[^\"]*\"");
  private static final Set<HitPolicy> ONE_ROW = Set.of(HitPolicy.FIRST, HitPolicy.UNIQUE);
  private static final Set<HitPolicy> ALL_ROWS = Set.of(HitPolicy.COLLECT);

  private static final String IN_REFERENCE_CURRENCY = ", in the reference currency";

  /** What the code does with a decision. */
  private record Use(Set<HitPolicy> hitPolicies, Set<String> given, Set<String> taken) {
  }

  /** Those of which all rows that fit are taken; of the others one row answers. */
  private static final Set<String> ANSWERED_BY_ALL_ROWS = Set.of("contact-policy", "hardship-relief", "task-marks",
      "division-rules", "cost-of-collection", "partners-for-case", "sale-basis");
  /** What models ask themselves. */
  private static final Map<String, Use> ASKED_BY_MODELS = Map.of(
      CaseModel.TREATMENT_DECISION, new Use(ONE_ROW, facts(CaseModel.STAGE, CaseModel.VISIT_ELIGIBLE),
          Set.of("treatment", "channel", "template", "waitDays")),
      CaseModel.VISIT_DECISION, new Use(ONE_ROW, facts(CaseModel.STAGE), Set.of("eligible")));
  private static final Map<String, Use> USES = uses();

  @Override
  public void check(ReadModel read, Findings found) {
    String file = read.name();
    read.decision().ifPresent(model -> {
      checkUse(file, DecisionTableModel.of(model), found);
      checkAmounts(file, model, found);
      checkListed(file, model, found);
    });
    if (read.decision().isPresent() || read.form().isPresent()) {
      found.unless(!CLOCK.matcher(read.text()).find(), file, file, ModelRule.DECISION_READS_NO_CLOCK,
          "it reads the clock; ask for daysPastDue or another fact");
    }
  }

  private static void checkUse(String file, DecisionTableModel table, Findings found) {
    String id = file.replace(".dmn", "");
    Use use = USES.get(id);
    if (use == null) {
      found.add(file, id, ModelRule.DECISION_FITS_THE_CODE, "nothing asks for a decision of this name");
      return;
    }
    found.unless(use.hitPolicies().contains(table.hitPolicy()), file, id, ModelRule.DECISION_FITS_THE_CODE,
        "its hit policy is " + table.hitPolicy() + ", the code works with " + use.hitPolicies());
    found.unless(use.given().containsAll(table.inputs()), file, id, ModelRule.DECISION_FITS_THE_CODE,
        "it asks for " + table.inputs() + ", the code gives " + new TreeSet<>(use.given()));
    found.unless(use.taken().equals(Set.copyOf(table.outputs())), file, id, ModelRule.DECISION_FITS_THE_CODE,
        "it answers " + table.outputs() + ", the code takes " + use.taken());
  }

  /** Shares and days are whole numbers; what has decimals is money. */
  private static void checkAmounts(String file, DmnModelInstance model, Findings found) {
    boolean besideItsCurrency = DecisionTableModel.of(model).inputs().contains("currency");
    model.getModelElementsByType(Input.class).stream()
        .filter(input -> "double".equals(input.getInputExpression().getTypeRef()))
        .forEach(input -> found.unless(
            besideItsCurrency || String.valueOf(input.getLabel()).endsWith(IN_REFERENCE_CURRENCY), file,
            input.getId(), ModelRule.AMOUNT_HAS_A_CURRENCY,
            "it compares an amount of any currency; its label does not end with " + IN_REFERENCE_CURRENCY));
  }

  /** A column that lists its values has no others in its cells: a slip of the pen would fit no case. */
  private static void checkListed(String file, DmnModelInstance model, Findings found) {
    DecisionTable table = model.getModelElementsByType(DecisionTable.class).iterator().next();
    List<Set<String>> inputs =
        table.getInputs().stream().map(Input::getInputValues).map(DecisionRules::listed).toList();
    List<Set<String>> outputs =
        table.getOutputs().stream().map(Output::getOutputValues).map(DecisionRules::listed).toList();
    for (Rule row : table.getRules()) {
      checkListed(file, row, row.getInputEntries().stream().map(UnaryTests::getText).toList(), inputs, found);
      checkListed(file, row, row.getOutputEntries().stream().map(LiteralExpression::getText).toList(), outputs, found);
    }
  }

  private static void checkListed(String file, Rule row, List<Text> cells, List<Set<String>> listed, Findings found) {
    for (int i = 0; i < Math.min(cells.size(), listed.size()); i++) {
      Set<String> values = listed.get(i);
      QUOTED.matcher(cells.get(i) == null ? "" : cells.get(i).getTextContent()).results()
          .map(MatchResult::group).filter(value -> !values.isEmpty() && !values.contains(value))
          .forEach(value -> found.add(file, row.getId(), ModelRule.DECISION_FITS_THE_CODE,
              "it says " + value + ", and the column may say " + String.join(", ", values)));
    }
  }

  /** The values that a column lists; empty if it lists none, or says something else than a list. */
  private static Set<String> listed(UnaryTests values) {
    String text = values == null || values.getText() == null ? "" : values.getText().getTextContent();
    Set<String> listed = new TreeSet<>();
    QUOTED.matcher(text).results().forEach(value -> listed.add(value.group()));
    return QUOTED.matcher(text).replaceAll("").replace(",", "").isBlank() ? listed : Set.of();
  }

  private static Map<String, Use> uses() {
    Map<String, Use> uses = new HashMap<>(ASKED_BY_MODELS);
    Tables.ALL.forEach(table -> uses.put(table.key(), new Use(
        ANSWERED_BY_ALL_ROWS.contains(table.key()) ? ALL_ROWS : ONE_ROW, names(table.facts()), names(table.row()))));
    return uses;
  }

  private static Set<String> names(Class<? extends Record> fields) {
    return Arrays.stream(fields.getRecordComponents()).map(RecordComponent::getName).collect(Collectors.toSet());
  }

  /** The names of all facts about a case, and others beside them. */
  private static Set<String> facts(String... others) {
    Set<String> names = new TreeSet<>(TreatmentQuestions.FACTS);
    names.addAll(List.of(others));
    return names;
  }
}
