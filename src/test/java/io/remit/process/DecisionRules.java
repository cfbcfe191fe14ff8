package io.remit.process;

import static java.util.Map.entry;
import static org.mockito.Answers.RETURNS_DEEP_STUBS;
import static org.mockito.Mockito.mock;

import io.remit.contact.treatment.Treatments;
import io.remit.division.CaseToDivide;
import io.remit.model.ModelRule;
import java.lang.reflect.Constructor;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
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

  private static final Set<String> WORK_FACTS = DivisionDecision.values(mock(CaseToDivide.class)).keySet();

  private static final Map<String, Use> USES = Map.ofEntries(
      entry(CaseModel.STAGE_DECISION, new Use(ONE_ROW, Set.of("daysPastDue"), Set.of("stage", "contact"))),
      entry(CaseModel.TREATMENT_DECISION, new Use(ONE_ROW, facts(CaseModel.STAGE, CaseModel.VISIT_ELIGIBLE),
          Set.of("treatment", "channel", "template", "waitDays"))),
      entry("visit-eligibility", new Use(ONE_ROW, facts(CaseModel.STAGE), Set.of("eligible"))),
      entry(CaseModel.POLICY_DECISION, new Use(ALL_ROWS, Set.of("jurisdiction", "channel"),
          Set.of("rule", "kind", "from", "to", "weekdays", "unlessAgreed", "counted", "atMost", "days"))),
      entry(CaseModel.HOLD_DECISION, new Use(ONE_ROW, Set.of("reason"),
          Set.of("stops", "wholeDebtor", "keepsTime", "reviewDays", "longestDays", "endsAfterDays",
              "evidence"))),
      entry(CaseModel.RELIEF_DECISION, new Use(ALL_ROWS,
          Set.of("kind", "daysPastDue", "overdueAmount", "evidenceAccepted"),
          Set.of("relief", "longestDays", "approval"))),
      entry(CaseModel.COMPLAINT_DECISION, new Use(ONE_ROW, Set.of("aboutPerson"), Set.of("answerDays"))),
      entry(CaseModel.CHANNELS_DECISION, new Use(ONE_ROW, Set.of("stage", "channel"), Set.of("allowed"))),
      entry(CaseModel.PLAN_DECISION, new Use(ONE_ROW,
          Set.of("stage", "outstandingAmount", "instalments", "firstShare", "brokenPlans"),
          Set.of("approval", "longestMonths", "leastInstalment", "firstWithinDays", "toleranceDays", "toleranceShare",
              "validDays"))),
      entry(CaseModel.WAIVER_DECISION, new Use(ONE_ROW,
          Set.of("stage", "feesShare", "interestShare", "principalShare", "waivedAmount"),
          Set.of("approval", "longestValidDays", "graceDays"))),
      entry(CaseModel.APPROVAL_DECISION, new Use(ONE_ROW,
          Set.of("kind", "currency", "amount", "share", "aloneToday"), Set.of("approval"))),
      entry(CaseModel.COMPLETE_FILE_DECISION, new Use(ONE_ROW, Set.of("openAccounts", "leftOut", "share"),
          Set.of("approval"))),
      entry(CaseModel.PROMISE_DECISION, new Use(ONE_ROW, Set.of("stage", "overdueAmount", "brokenPromises"),
          Set.of("longestDays", "leastShare", "graceDays", "thresholdPercent", "approval", "approvalDays"))),
      entry(CaseModel.MARKS_DECISION,
          new Use(ALL_ROWS, Set.of("overdueAmount", "lastOutcome"), Set.of("mark"))),
      entry(CaseModel.LIMITATION_DECISION, new Use(ONE_ROW, Set.of("country", "region", "product", "debtorType"),
          Set.of("years", "fromEndOfYear", "interruptedBy"))),
      entry(CaseModel.RATES_DECISION, new Use(ONE_ROW, Set.of("currency"), Set.of("unitsForOneEuro", "asOf"))),
      entry(CaseModel.ALLOCATION_DECISION, new Use(ONE_ROW, Set.of("product"), Set.of("order"))),
      entry(CaseModel.WORK_DECISION, new Use(ONE_ROW, WORK_FACTS, Set.of("minutes"))),
      entry(CaseModel.DIVISION_DECISION, new Use(ALL_ROWS, WORK_FACTS, Set.of("must", "skill"))),
      entry(CaseModel.COST_DECISION,
          new Use(ALL_ROWS, Set.of("kind", "currency", "partner"), Set.of("amount", "validFrom"))),
      entry(CaseModel.PARTNERS_DECISION,
          new Use(ALL_ROWS, Set.of("country", "overdueAmount"), Set.of("partnerId", "partnerName"))));

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
      found.add(file, id, ModelRule.DECISION_FITS_THE_CODE, "say in DecisionRules what the code gives to it and takes");
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

  /** The names of all facts about a case, and others beside them. */
  private static Set<String> facts(String... others) {
    Constructor<?> constructor = Treatments.class.getDeclaredConstructors()[0];
    constructor.setAccessible(true);
    Object[] mocks =
        Arrays.stream(constructor.getParameterTypes()).map(type -> mock(type, RETURNS_DEEP_STUBS)).toArray();
    Treatments treatments = (Treatments) BeanUtils.instantiateClass(constructor, mocks);
    Set<String> names = new TreeSet<>(treatments.facts("C1").keySet());
    names.addAll(List.of(others));
    return names;
  }
}
