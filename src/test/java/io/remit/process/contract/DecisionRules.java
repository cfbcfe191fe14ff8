package io.remit.process.contract;

import static org.mockito.Answers.RETURNS_DEEP_STUBS;
import static org.mockito.Mockito.mock;

import io.remit.contact.treatment.TreatmentQuestions;
import io.remit.model.ModelRule;
import io.remit.process.CaseModel;
import io.remit.process.decision.Tables;
import java.lang.reflect.Constructor;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.camunda.bpm.model.dmn.DmnModelInstance;
import org.camunda.bpm.model.dmn.HitPolicy;
import org.camunda.bpm.model.dmn.instance.Input;
import org.springframework.beans.BeanUtils;

/** What the code gives to decisions, and what it takes from them. */
final class DecisionRules implements ModelRules {

  private static final Pattern CLOCK = Pattern.compile("\\b(today|now)\\s*\\(");
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
  public void check(Models models, Violations found) {
    models.decisions().forEach((file, model) -> checkUse(file, DecisionTableModel.of(model), found));
    models.decisions().forEach((file, model) -> checkAmounts(file, model, found));
    models.decisions().keySet().forEach(file -> checkClock(file, models, found));
    models.forms().keySet().forEach(file -> checkClock(file, models, found));
  }

  private static void checkUse(String file, DecisionTableModel table, Violations found) {
    String id = file.replace(".dmn", "");
    Use use = USES.get(id);
    if (use == null) {
      found.add(file, id, ModelRule.DECISION_FITS_THE_CODE, "say in Tables what the code gives to it and takes");
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
  private static void checkAmounts(String file, DmnModelInstance model, Violations found) {
    boolean besideItsCurrency = DecisionTableModel.of(model).inputs().contains("currency");
    model.getModelElementsByType(Input.class).stream()
        .filter(input -> "double".equals(input.getInputExpression().getTypeRef()))
        .forEach(input -> found.unless(besideItsCurrency || input.getLabel().endsWith(IN_REFERENCE_CURRENCY), file,
            input.getId(), ModelRule.AMOUNT_HAS_A_CURRENCY,
            "it compares an amount of any currency; its label does not end with " + IN_REFERENCE_CURRENCY));
  }

  private static void checkClock(String file, Models models, Violations found) {
    found.unless(!CLOCK.matcher(models.text(file).orElseThrow()).find(), file, file, ModelRule.DECISION_READS_NO_CLOCK,
        "it reads the clock; ask for daysPastDue or another fact");
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
    Constructor<?> constructor = TreatmentQuestions.class.getDeclaredConstructors()[0];
    constructor.setAccessible(true);
    Object[] mocks =
        Arrays.stream(constructor.getParameterTypes()).map(type -> mock(type, RETURNS_DEEP_STUBS)).toArray();
    TreatmentQuestions questions = (TreatmentQuestions) BeanUtils.instantiateClass(constructor, mocks);
    Set<String> names = new TreeSet<>(questions.facts("C1").keySet());
    names.addAll(List.of(others));
    return names;
  }
}
