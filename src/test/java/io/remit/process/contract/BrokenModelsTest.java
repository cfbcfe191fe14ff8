package io.remit.process.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.remit.model.Finding;
import io.remit.model.ModelRule;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each rule fires: models broken on purpose are refused with the file, the element and the rule. */
@Tag("long")
class BrokenModelsTest {

  private static final Models SHIPPED = EditedModels.SHIPPED;
  private static final String CASE = "collection-case.bpmn";
  private static final String CALL = "call-debtor.bpmn";
  private static final String COURT = "court-case.bpmn";
  private static final String AGING = "stage-by-aging.dmn";
  private static final String TREATMENT = "next-treatment.dmn";
  private static final String REMINDER = "messages/reminder-sms.en.1.txt";
  private static final String SEND_VISIT_MESSAGE = "(<bpmn:serviceTask id=\"send_visit_message\"[^>]*>)";
  private static final String CALL_FORM = "call-debtor.form";

  /**
   * A way to break a model.
   *
   * @param file where the violation must be reported
   * @param changed the file in which the replacement takes place
   */
  private record Broken(ModelRule rule, String file, String element, String changed, String regex, String replacement) {

    static Broken in(String file, ModelRule rule, String element, String regex, String replacement) {
      return new Broken(rule, file, element, file, regex, replacement);
    }

    /** Shown where the change in one file breaks another. */
    Broken reportedIn(String other) {
      return new Broken(rule, other, element, changed, regex, replacement);
    }

    /** Whether this is what was to be found. */
    boolean isTold(Finding finding) {
      return finding.rule() == rule && finding.file().equals(file) && finding.element().equals(element);
    }

    @Override
    public String toString() {
      return rule + " in " + file + ": " + regex + " -> " + replacement;
    }
  }

  private static String sends(String text, String days) {
    return "<bpmn:extensionElements><camunda:inputOutput><camunda:inputParameter name=\"text\">" + text
        + "</camunda:inputParameter><camunda:inputParameter name=\"days\">" + days
        + "</camunda:inputParameter></camunda:inputOutput></bpmn:extensionElements>";
  }

  static List<Broken> brokenModels() {
    return List.of(
        Broken.in(REMINDER, ModelRule.FILE_IS_EXPECTED, "", "$", "x".repeat(1_000_000)),
        Broken.in(CALL, ModelRule.FILE_IS_PLAIN_TEXT, "", "(<bpmn:definitions)", "<?run it?>$1"),
        Broken.in(CALL, ModelRule.MODEL_CAN_BE_READ, "end_refused", "<bpmn:sequenceFlow id=\"flow_begin\"",
            "<bpmn:sequenceFlow id=\"end_refused\""),
        Broken.in(CALL, ModelRule.ONLY_KNOWN_PARTS, "task_call_debtor", "(formRef=\"call-debtor\")",
            "$1 camunda:assignee=\"admin\""),
        Broken.in(CALL, ModelRule.VALUE_IS_PLAIN, "task_call_debtor", "formRefBinding=\"latest\"",
            "formRefBinding=\"newest\""),
        Broken.in(AGING, ModelRule.CELL_IS_SIMPLE, "legal_stage", "(legal_stage\">\\s*<text>)\"LEGAL\"",
            "$1string(1)"),
        Broken.in(REMINDER, ModelRule.TEXT_IS_ONLY_TEXT, "", "$", "\\${dataSource}"),

        Broken.in(CALL, ModelRule.ID_IS_MEANINGFUL, "Activity_0abc123", "\\bmark_number_wrong\\b", "Activity_0abc123"),
        Broken.in(CALL, ModelRule.ID_IS_MEANINGFUL, "rest_7_days", "\\brest_after_refusal\\b", "rest_7_days"),
        Broken.in(TREATMENT, ModelRule.ID_IS_MEANINGFUL, "Decision_0abc123", "\"next-treatment\"",
            "\"Decision_0abc123\""),
        Broken.in(CALL, ModelRule.FILE_IS_NAMED_LIKE_ITS_MODEL, "ring-debtor", "\"call-debtor\"( name)",
            "\"ring-debtor\"$1"),
        Broken.in(CASE, ModelRule.HISTORY_IS_KEPT_FOR_DAYS, "collection-case", "P1825D", "P5Y"),
        Broken.in(AGING, ModelRule.HISTORY_IS_KEPT_FOR_DAYS, "stage-by-aging", "camunda:historyTimeToLive=\"\\w+\"",
            ""),
        Broken.in(CASE, ModelRule.VERSION_IS_SEMANTIC, "collection-case", "versionTag=\"[^\"]+\"", "versionTag=\"2\""),
        Broken.in(AGING, ModelRule.VERSION_IS_SEMANTIC, "stage-by-aging", "camunda:versionTag=\"[^\"]+\"", ""),
        Broken.in(CALL, ModelRule.MADE_FOR_CAMUNDA_7, "definitions_call_debtor", "Version=\"7[^\"]+\"",
            "Version=\"8.8.0\""),
        Broken.in(CALL_FORM, ModelRule.MADE_FOR_CAMUNDA_7, "call-debtor", "\"7\\.24\\.0\"", "\"8.8.0\""),
        Broken.in(CALL, ModelRule.EVERYTHING_IS_DRAWN, "flow_begin",
            "<bpmndi:BPMNEdge[^>]*bpmnElement=\"flow_begin\".*?</bpmndi:BPMNEdge>", ""),
        Broken.in(CALL, ModelRule.EVERYTHING_IS_DRAWN, "call_due",
            "<bpmndi:BPMNShape[^>]*bpmnElement=\"call_due\".*?</bpmndi:BPMNShape>", ""),
        Broken.in(AGING, ModelRule.EVERYTHING_IS_DRAWN, "stage-by-aging", "<dmndi:DMNDI>.*</dmndi:DMNDI>", ""),

        Broken.in(CALL, ModelRule.DRAWING_IS_READABLE, "end_refused", "(id=\"end_refused\") name=\"[^\"]*\"", "$1"),
        Broken.in(CALL, ModelRule.DRAWING_IS_READABLE, "which_outcome", "name=\"Outcome\\?\"", "name=\"Outcome\""),
        Broken.in(CALL, ModelRule.DRAWING_IS_READABLE, "flow_promised", "name=\"promised\"",
            "name=\"promised-conditionally\""),
        Broken.in(CALL, ModelRule.DRAWING_IS_READABLE, "task_call_debtor", "(id=\"task_call_debtor\") name=\"[^\"]*\"",
            "$1 name=\"Speak to the debtorʼs representativesʼ office\""),
        Broken.in(CALL, ModelRule.DRAWING_IS_READABLE, "mark_number_wrong",
            "(id=\"mark_number_wrong\") name=\"[^\"]*\"",
            "$1 name=\"Never call this number again, whoever asks for it and for whatever reason that may be,"
                + " be it ever so good, until somebody has proved whose number it is and wants it to be called\""),
        Broken.in(CALL, ModelRule.DRAWING_IS_READABLE, "call_due",
            "(bpmnElement=\"call_due\">.*?<bpmndi:BPMNLabel>\\s*<dc:Bounds x=\")\\d+(\" y=\")\\d+", "$1120$2500"),
        Broken.in(CALL, ModelRule.DRAWING_IS_READABLE, "call_due",
            "(bpmnElement=\"call_due\">.*?)<bpmndi:BPMNLabel>.*?</bpmndi:BPMNLabel>", "$1"),
        Broken.in(CALL, ModelRule.DRAWING_IS_READABLE, "flow_disputed",
            "(bpmnElement=\"flow_disputed\">.*?<bpmndi:BPMNLabel>\\s*<dc:Bounds x=\"\\d+\" y=\")\\d+", "$1400"),
        Broken.in(CALL, ModelRule.DRAWING_IS_READABLE, "flow_disputed",
            "(bpmnElement=\"mark_number_wrong\"[^>]*>\\s*<dc:Bounds x=\"\\d+\" y=\")\\d+", "$1390"),
        Broken.in(CALL, ModelRule.COLOUR_TELLS_WHO, "task_call_debtor",
            "(bpmnElement=\"task_call_debtor\"[^>]*bioc:fill=\")#bbdefb(\"[^>]*background-color=\")#bbdefb",
            "$1#ffcdd2$2#ffcdd2"),
        Broken.in(CALL, ModelRule.COLOUR_TELLS_WHO, "raise_dispute",
            "(bpmnElement=\"raise_dispute\"[^>]*background-color=\")#ffcdd2", "$1#eceff1"),
        Broken.in(CASE, ModelRule.COLOUR_TELLS_WHO, "stage_visit",
            "(bpmnElement=\"stage_visit\" [^>]*)#e3f2fd([^>]*)#e3f2fd", "$1#000000$2#000000"),
        Broken.in(CASE, ModelRule.COLOUR_TELLS_WHO, "held", " bioc:stroke=\"#831311\" bioc:fill=\"#ffcdd2\""
            + " color:background-color=\"#ffcdd2\" color:border-color=\"#831311\"", ""),

        Broken.in(CALL, ModelRule.NOTHING_RUNS_FROM_THE_MODEL, "mark_number_wrong",
            "delegateExpression=\"\\$\\{markNumberWrong}\"", "class=\"io.remit.process.MarkNumberWrong\""),
        Broken.in(CALL, ModelRule.NOTHING_RUNS_FROM_THE_MODEL, "mark_number_wrong",
            "delegateExpression=\"\\$\\{markNumberWrong}\"", "type=\"external\" camunda:topic=\"numbers\""),
        Broken.in(CALL, ModelRule.NOTHING_RUNS_FROM_THE_MODEL, "task_call_debtor",
            "<camunda:taskListener delegateExpression=\"\\$\\{recordCall}\" event=\"complete\" />",
            "<camunda:taskListener event=\"complete\"><camunda:script scriptFormat=\"groovy\">1</camunda:script>"
                + "</camunda:taskListener>"),
        Broken.in(CALL, ModelRule.NOTHING_RUNS_FROM_THE_MODEL, "task_call_debtor", "formRef=\"call-debtor\"",
            "formKey=\"embedded:app:forms/call.html\""),
        Broken.in(CALL, ModelRule.EXPRESSION_IS_KNOWN, "flow_promised", "\\$\\{outcome == 'PROMISED'}",
            "\\${execution.processEngineServices.runtimeService.suspendProcessInstanceById('1')}"),
        Broken.in(CALL, ModelRule.EXPRESSION_IS_KNOWN, "flow_promised", "\\$\\{outcome == 'PROMISED'}",
            "\\${note == 'PROMISED'}"),
        Broken.in(CALL, ModelRule.BEAN_IS_ALLOWED, "mark_number_wrong", "\\{markNumberWrong}", "{dataSource}"),
        Broken.in(CALL, ModelRule.BEAN_FITS_ITS_PLACE, "mark_number_wrong", "\\{markNumberWrong}", "{recordCall}"),
        Broken.in(CALL, ModelRule.BEAN_FITS_ITS_PLACE, "task_call_debtor", "aging\\.contactEnd", "aging.lunchBreak"),
        Broken.in(CALL, ModelRule.BEAN_FITS_ITS_PLACE, "mark_number_wrong",
            " camunda:delegateExpression=\"\\$\\{markNumberWrong}\"", ""),
        Broken.in(CASE, ModelRule.REFERENCE_EXISTS, "call_in_message", "(id=\"call_in_message\"[^>]*)\"call-debtor\"",
            "$1\"nowhere\""),
        Broken.in(CALL, ModelRule.REFERENCE_EXISTS, "task_call_debtor", "formRef=\"call-debtor\"",
            "formRef=\"nowhere\""),
        Broken.in(CASE, ModelRule.REFERENCE_EXISTS, "decide_visit_eligibility", "\"visit-eligibility\"", "\"nowhere\""),
        Broken.in(CASE, ModelRule.MODEL_IS_USED, "placement", "calledElement=\"placement\"",
            "calledElement=\"court-case\"").reportedIn("placement.bpmn"),
        Broken.in(COURT, ModelRule.LEAVING_IS_ASYNCHRONOUS, "write_dossier",
            "(id=\"write_dossier\"[^>]*) camunda:asyncBefore=\"true\"", "$1"),
        Broken.in(COURT, ModelRule.LEAVING_IS_ASYNCHRONOUS, "write_dossier", "<camunda:failedJobRetryTimeCycle>[^<]*<",
            "<camunda:failedJobRetryTimeCycle><"),
        Broken.in(CALL, ModelRule.PARAMETER_IS_UNDERSTOOD, "raise_dispute", ">DISPUTE<", ">BAD_MOOD<"),
        Broken.in(CALL, ModelRule.PARAMETER_IS_UNDERSTOOD, "rest_after_refusal", "name=\"days\"", "name=\"weeks\""),
        Broken.in(CASE, ModelRule.PARAMETER_IS_UNDERSTOOD, "send_visit_message", SEND_VISIT_MESSAGE,
            "$1" + sends("promise-reminder-sms", "7")),
        Broken.in(CASE, ModelRule.PARAMETER_IS_UNDERSTOOD, "send_visit_message", SEND_VISIT_MESSAGE,
            "$1" + sends("overdue-sms", "soon")),
        Broken.in(CASE, ModelRule.MESSAGE_HAS_ITS_TEXT, "send_visit_message", SEND_VISIT_MESSAGE,
            "$1" + sends("greeting-sms", "7")),
        Broken.in(CASE, ModelRule.CODE_NAMES_EXISTING_ELEMENTS, "decide_visit_eligibility",
            "\\bdecide_visit_eligibility\\b", "ask_for_visit"),
        Broken.in(CASE, ModelRule.CODE_NAMES_EXISTING_ELEMENTS, "message_case_changed", "name=\"case-changed\"",
            "name=\"changed\""),
        Broken.in(CALL, ModelRule.CODE_NAMES_EXISTING_ELEMENTS, "end_disputed", "\"hold-raised\"", "\"hold-fast\""),
        Broken.in(CASE, ModelRule.CODE_NAMES_EXISTING_ELEMENTS, "collection-case", " isExecutable=\"true\"", ""),
        Broken.in(CASE, ModelRule.CALL_PASSES_THE_CASE, "call_in_message",
            "(id=\"call_in_message\".*?)<camunda:in businessKey=\"#\\{execution.processBusinessKey}\" />",
            "$1<camunda:in variables=\"all\" />"),
        Broken.in(CASE, ModelRule.DECISION_TASK_IS_WIRED, "decide_visit_treatment",
            "(id=\"decide_visit_treatment\".*?)<camunda:executionListener[^>]*treatmentDecided[^>]*/>", "$1"),
        Broken.in(CASE, ModelRule.DECISION_TASK_IS_WIRED, "decide_visit_eligibility",
            " camunda:mapDecisionResult=\"\\w+\"",
            ""),
        Broken.in(CASE, ModelRule.DECISION_TASK_IS_WIRED, "decide_stage",
            "<camunda:inputParameter name=\"daysPastDue\"",
            "<camunda:inputParameter name=\"days\""),
        Broken.in(CALL, ModelRule.WORK_BELONGS_TO_A_GROUP, "task_call_debtor", "\"collectors\"", "\"managers\""),
        Broken.in(CALL, ModelRule.TASK_IS_PREPARED_AND_RECORDED, "task_call_debtor",
            "<camunda:taskListener delegateExpression=\"\\$\\{prepareTask}\" event=\"create\" />", ""),

        Broken.in(CALL, ModelRule.RELEASED_IDS_STAY, "task_call_debtor", "\\btask_call_debtor\\b", "task_ring_debtor"),
        Broken.in(CALL, ModelRule.EVERY_PATH_ENDS, "mark_number_wrong",
            "<bpmn:sequenceFlow id=\"\\w+\" sourceRef=\"mark_number_wrong\"[^>]*/>", ""),
        Broken.in(CALL, ModelRule.LOOP_WAITS, "mark_number_wrong",
            "(sourceRef=\"mark_number_wrong\" targetRef=)\"\\w+\"", "$1\"mark_number_wrong\""),
        Broken.in(CASE, ModelRule.TIMERS_DO_NOT_RACE, "timer_visit_due",
            "(<bpmn:boundaryEvent id=\")timer_visit_due(\".*?<bpmn:timerEventDefinition id=\")"
                + "(.*?</bpmn:boundaryEvent>)",
            "$1timer_again$2again_$3$1timer_visit_due$2$3"),
        Broken.in(CASE, ModelRule.TIMER_ASKS_AGING, "timer_visit_due", "\\$\\{aging.stageDue\\(execution, 'VISIT'\\)}",
            "2030-01-01T00:00:00Z"),
        Broken.in(CASE, ModelRule.TIMER_ASKS_AGING, "visit_treatment_due",
            "(visit_treatment_timer\">\\s*)<bpmn:timeDate ([^>]*)>[^<]*</bpmn:timeDate>",
            "$1<bpmn:timeCycle $2>R/P1D</bpmn:timeCycle>"),
        Broken.in(CALL, ModelRule.TIMER_STARTS_NOTHING, "call_due",
            "(<bpmn:startEvent id=\"call_due\".*?)</bpmn:startEvent>",
            "$1<bpmn:timerEventDefinition id=\"call_due_timer\"><bpmn:timeDate xsi:type=\"bpmn:tFormalExpression\">"
                + "\\${aging.contactEnd(execution)}</bpmn:timeDate></bpmn:timerEventDefinition></bpmn:startEvent>"),
        Broken.in(CASE, ModelRule.STAGES_MATCH_THE_CODE, "collection-case", "\\bstage_legal\\b", "stage_court"),
        Broken.in(CASE, ModelRule.STAGE_IS_REPORTED, "stage_visit",
            "(id=\"stage_visit\".*?)<camunda:executionListener[^>]*stageLeft[^>]*/>", "$1"),
        Broken.in(CASE, ModelRule.STAGE_LEADS_TO_THE_NEXT, "stage_telephone",
            "(id=\"timer_visit_due\")( name=)", "$1 cancelActivity=\"false\"$2"),
        Broken.in(CASE, ModelRule.STAGE_LEADS_TO_THE_NEXT, "stage_telephone", "attachedToRef=\"stage_telephone\"",
            "attachedToRef=\"stage_outsourcing\""),
        Broken.in(CASE, ModelRule.STAGE_LEADS_TO_THE_NEXT, "stage_telephone", "execution, 'VISIT'",
            "execution, 'LEGAL'"),
        Broken.in(CASE, ModelRule.ONE_MESSAGE_INTERRUPTS, "in_collection", "(id=\"case_changed\")( name=)",
            "$1 cancelActivity=\"false\"$2"),
        Broken.in(CASE, ModelRule.ENDS_MATCH_THE_CODE, "collection-case", "\\bend_cured\\b", "end_happy"),
        Broken.in(CASE, ModelRule.ENDS_MATCH_THE_CODE, "end_paid",
            "(id=\"end_paid\".*?)<camunda:executionListener[^>]*/>", "$1"),
        Broken.in(CALL, ModelRule.GATEWAY_ANSWERS_EVERYTHING, "which_outcome", "outcome == 'REFUSED'",
            "outcome == 'ANGRY'"),
        Broken.in(CALL, ModelRule.GATEWAY_ANSWERS_EVERYTHING, "which_outcome", " default=\"flow_third_party\"", ""),
        Broken.in(CALL_FORM, ModelRule.GATEWAY_ANSWERS_EVERYTHING, "which_outcome", "\"value\": \"REFUSED\"\\s*}",
            "\"value\": \"REFUSED\"}, {\"label\": \"Shouted\", \"value\": \"ANGRY\"}").reportedIn(CALL),
        Broken.in(CASE, ModelRule.GATEWAY_ANSWERS_EVERYTHING, "what_changed", "change == 'PAID'", "change == 'CURED'"),
        Broken.in(CASE, ModelRule.GATEWAY_ANSWERS_EVERYTHING, "flow_to_visit",
            "(id=\"flow_to_visit\"[^>]*)targetRef=\"stage_visit\"", "$1targetRef=\"stage_legal\""),
        Broken.in(CASE, ModelRule.GATEWAY_ANSWERS_EVERYTHING, "which_legal_treatment", "treatment == 'COURT'",
            "treatment == 'PRAYER'"),

        Broken.in(AGING, ModelRule.DECISION_READS_NO_CLOCK, AGING, ">&gt;= 365<", ">&gt;= day of week(today())<"),
        Broken.in(AGING, ModelRule.DECISION_FITS_THE_CODE, "stage-by-aging", "hitPolicy=\"FIRST\"",
            "hitPolicy=\"COLLECT\""),
        Broken.in("visit-eligibility.dmn", ModelRule.AMOUNT_HAS_A_CURRENCY, "input_overdueAmount",
            ", in the reference currency", ""),
        Broken.in(TREATMENT, ModelRule.DECISION_FITS_THE_CODE, "next-treatment", "<text>promiseBroken</text>",
            "<text>phaseOfTheMoon</text>"),
        Broken.in(TREATMENT, ModelRule.DECISION_FITS_THE_CODE, "next-treatment", "name=\"waitDays\"", "name=\"pause\""),
        Broken.in(TREATMENT, ModelRule.DECISION_FITS_THE_CODE, "rule_visit_done",
            "(id=\"visit_done_waitDays\">\\s*<text>)\\d+", "$10"),
        Broken.in(AGING, ModelRule.DECISION_ANSWERS_EVERYTHING, "stage-by-aging",
            "(early_daysPastDue\">\\s*)<text></text>", "$1<text>&lt; -5</text>"),
        Broken.in("promise-limits.dmn", ModelRule.DECISION_ANSWERS_EVERYTHING, "promise-limits",
            "(<rule id=\"rule_else\">.*?<inputEntry[^>]*>\\s*)<text></text>", "$1<text>not(\"MESSAGE\")</text>"),
        Broken.in("hold-rules.dmn", ModelRule.DECISION_ANSWERS_EVERYTHING, "hold-rules",
            "<rule id=\"rule_plan\">.*?</rule>", ""),
        Broken.in("hold-rules.dmn", ModelRule.DECISION_DOES_NOT_CONTRADICT, "rule_offer",
            "(<rule id=\"rule_offer\">.*?<text>)\"OFFER\"", "$1\"OFFER\",\"PLAN\""),
        Broken.in(AGING, ModelRule.DECISION_DOES_NOT_CONTRADICT, "rule_visit",
            "(visit_daysPastDue\">\\s*)<text>[^<]*</text>", "$1<text>&gt;= 365</text>"),
        Broken.in("sale-basis.dmn", ModelRule.DECISION_DOES_NOT_CONTRADICT, "rule_cn",
            "(<rule id=\"rule_cn\">)", "<rule id=\"rule_cn_again\"><inputEntry id=\"cn_again\"><text>\"CN\"</text>"
                + "</inputEntry><outputEntry id=\"cn_again_basis\"><text>\"Yin Bao Jian Ban 2021 No. 26\"</text>"
                + "</outputEntry></rule>$1"),
        Broken.in(TREATMENT, ModelRule.DECISION_DOES_NOT_CONTRADICT, "rule_visit_go",
            "(<rule id=\"rule_visit_go\">.*?<text>)\"VISIT\"", "$1\"VISITS\""),
        Broken.in("visit-eligibility.dmn", ModelRule.CELL_IS_SIMPLE, "rule_property",
            "(<rule id=\"rule_property\">.*?)<text>true</text>", "$1<text>not(false)</text>"),
        Broken.in(AGING, ModelRule.AGING_IS_A_LADDER, "stage-by-aging", "(legal_stage\">\\s*<text>)\"LEGAL\"",
            "$1\"MESSAGE\""),
        Broken.in(AGING, ModelRule.AGING_IS_A_LADDER, "stage-by-aging", "(early_daysPastDue\">\\s*)<text></text>",
            "$1<text>&lt; 0</text>"),
        Broken.in(AGING, ModelRule.AGING_IS_A_LADDER, "stage-by-aging", "(visit_daysPastDue\">\\s*)<text>[^<]*</text>",
            "$1<text>modulo(?, 2) = 0</text>"),
        Broken.in(TREATMENT, ModelRule.TREATMENT_IS_ALWAYS_ANSWERED, "next-treatment",
            "(legal_done_treatments\">\\s*)<text></text>", "$1<text>&lt; 99</text>"),
        Broken.in(TREATMENT, ModelRule.TREATMENT_IS_ALWAYS_ANSWERED, "next-treatment",
            "(legal_announce_treatments\">\\s*)<text>[^<]*</text>", "$1<text>between 1 and</text>"),
        Broken.in(TREATMENT, ModelRule.TREATMENT_IS_DRAWN, "rule_legal_court",
            "(legal_court_treatment\">\\s*)<text>[^<]*<",
            "$1<text>\"VISIT\"<"),
        Broken.in(TREATMENT, ModelRule.MESSAGE_HAS_ITS_TEXT, "rule_reminder_sms", "\"reminder-sms\"",
            "\"reminder-email\""),
        Broken.in(TREATMENT, ModelRule.MESSAGE_HAS_ITS_TEXT, "rule_reminder_sms", "\"reminder-sms\"",
            "\"greeting-sms\""),
        Broken.in("messages/reminder-sms.zh.1.txt", ModelRule.MESSAGE_HAS_ITS_TEXT, "rule_reminder_sms", "$", "!")
            .reportedIn(TREATMENT),

        Broken.in("messages/plan-offer-sms.en.1.txt", ModelRule.PLACE_IS_FILLED, "", "\\{planUntil}", "{offerUntil}"),
        Broken.in(CALL_FORM, ModelRule.FORM_CAN_BE_SHOWN, "outcome", "\"value\": \"REFUSED\"",
            "\"value\": \"PROMISED\""),
        Broken.in(CALL_FORM, ModelRule.FORM_IS_TRANSLATED, "note", "\"label\": \"Note\"", "\"label\": \"Remark\""),
        Broken.in(CALL_FORM, ModelRule.FORM_IS_PLAIN, "note", "\"textarea\"", "\"iframe\""),
        Broken.in(CALL_FORM, ModelRule.FORM_IS_PLAIN, "heading", "### Case", "<script>alert(1)</script>### Case"),
        Broken.in(CALL_FORM, ModelRule.FORM_SHOWS_WHAT_EXISTS, "heading", "caseView\\.overdue}", "caseView.shoeSize}"),
        Broken.in(CALL_FORM, ModelRule.FORM_SHOWS_WHAT_EXISTS, "next", "caseView\\.next,", "caseView.later,"),
        Broken.in(CALL_FORM, ModelRule.FORM_SHOWS_WHAT_EXISTS, "promises", "\"promisedFor\"", "\"promisedTo\""),
        Broken.in(CALL_FORM, ModelRule.FORM_FIELDS_ARE_READ, "promiseDay", "\"key\": \"promiseDate\"",
            "\"key\": \"promiseDay\""),
        Broken.in("review-hold.form", ModelRule.FORM_FIELDS_ARE_READ, "mood", "\"key\": \"note\"",
            "\"key\": \"mood\""),
        Broken.in("record-court-result.form", ModelRule.FORM_OUTCOMES_ARE_ACCEPTED, "outcome",
            "\"DISMISSED\"", "\"POSTPONED\""),
        Broken.in(CALL_FORM, ModelRule.FORM_OUTCOMES_ARE_ACCEPTED, "outcome", "\"WRONG_NUMBER\"", "\"ANGRY\""),
        Broken.in(CALL_FORM, ModelRule.FORM_CONDITION_IS_KNOWN, "next", "=outcome = null", "=note = null"),
        Broken.in(CALL_FORM, ModelRule.FORM_CONDITION_IS_KNOWN, "promiseAmount", "=outcome != \\\\\"PROMISED",
            "=outcome != \\\\\"PROMISE"));
  }

  @ParameterizedTest
  @MethodSource("brokenModels")
  void aBrokenModelIsRefused(Broken broken) {
    Models models = EditedModels.with(SHIPPED, broken.changed(), broken.regex(), broken.replacement());

    List<Finding> findings = ModelContract.check(models);

    assertThat(findings.stream().anyMatch(broken::isTold)).as(() -> broken + " is not among " + findings).isTrue();
  }

  @Test
  void everyRuleIsBrokenHere() {
    Set<ModelRule> broken = brokenModels().stream().map(Broken::rule).collect(Collectors.toSet());

    assertThat(EnumSet.allOf(ModelRule.class)).isEqualTo(broken);
  }

  @Test
  void aFindingNamesFileLineElementRuleAndWhatToDo() {
    Models models = EditedModels.with(SHIPPED, CASE, "P1825D", "P5Y");

    assertThat(ModelContract.check(models)).map(Finding::toString).containsExactly(
        "collection-case.bpmn, line 3, element Collection case (collection-case): it is P5Y"
            + " [HISTORY_IS_KEPT_FOR_DAYS: historyTimeToLive is a number of whole days such as P1825D]"
            + " Set the time to live of the history to P and whole days and D; the shipped models have P1825D.");
  }

  @Test
  void noTwoRulesSayTheSame() {
    assertThat(Arrays.stream(ModelRule.values()).map(ModelRule::sentence)).doesNotHaveDuplicates();
    assertThat(Arrays.stream(ModelRule.values()).map(ModelRule::remedy)).doesNotHaveDuplicates();
  }
}
