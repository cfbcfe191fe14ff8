package io.remit.process.contract;

import static org.assertj.core.api.Assertions.assertThat;

import io.remit.model.Finding;
import io.remit.model.FindingWords;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.HexFormat;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Small mistakes that a person makes in Modeler or in an editor: each is found at the right element, with a sentence
 * that helps. What is right passes.
 */
@Tag("long")
class WrongEditsTest {

  private static final String CASE = "collection-case.bpmn";
  private static final String CALL = "call-debtor.bpmn";
  private static final String HOLD = "hold-review.bpmn";
  private static final String FORM = "call-debtor.form";
  private static final String AGING = "stage-by-aging.dmn";
  private static final String NEXT = "next-treatment.dmn";
  private static final String SMS = "messages/overdue-sms.en.1.txt";
  private static final String REGISTER = "messages/register.csv";

  /**
   * What a person did.
   *
   * @param file in which it is found
   * @param element at which it is found
   * @param helps what the detail or the advice says
   */
  private record Edit(String what, String file, String element, String helps, UnaryOperator<Models> change) {

    @Override
    public String toString() {
      return what;
    }
  }

  private static Edit edit(String what, String file, String element, String helps, UnaryOperator<Models> change) {
    return new Edit(what, file, element, helps, change);
  }

  static List<Edit> wrongEdits() {
    return List.of(
        // flows, ends and ways
        edit("deletes the flow behind a step", CALL, "mark_number_wrong", "no way leads on from it",
            withoutFlow(CALL, "flow_mark_number_wrong_done")),
        edit("deletes the flow to a step", CALL, "rest_before_next_step", "no way leads to it",
            withoutFlow(CALL, "flow_outside_cause")),
        edit("deletes the end of a way", CALL, "rest_after_refusal", "Draw the flow that is missing, or the end event",
            withoutNode(CALL, "end_refused", "flow_rest_after_refusal_done")),
        edit("deletes the end of all cases that are cured", CASE, "collection-case", "Give the end its old id again",
            withoutNode(CASE, "end_cured", "flow_cured")),
        edit("leads a step back to itself", CALL, "mark_number_wrong", "past nothing that waits",
            leading(CALL, "flow_mark_number_wrong_done", "mark_number_wrong")),
        edit("leads a step back to the gateway before it", CALL, "which_outcome", "Put a timer or a task into the loop",
            leading(CALL, "flow_mark_number_wrong_done", "which_outcome")),
        edit("leads the message of a stage to the decision, past the timer", CASE, "decide_telephone_treatment",
            "a case would run in it for ever", leading(CASE, "flow_telephone_send_done", "decide_telephone_treatment")),
        edit("lets a stage end", CASE, "stage_visit", "no way leads on from it",
            replaced(CASE, "<bpmn:receiveTask id=\"wait_in_visit\"",
                "<bpmn:endEvent id=\"end_of_visits\" name=\"Done\" /><bpmn:receiveTask id=\"wait_in_visit\"")
                .andThen(leading(CASE, "flow_visit_wait", "end_of_visits"))::apply),
        edit("leads a case into a lane that never ends", HOLD, "release_hold", "no way leads on from it",
            withoutFlow(HOLD, "flow_resumed")),
        edit("draws a step and forgets to connect it", CALL, "send_again", "no way leads to it",
            replaced(CALL, "<bpmn:endEvent id=\"end_refused\"", "<bpmn:serviceTask id=\"send_again\" name=\"Send\""
                + " camunda:delegateExpression=\"\\${sendMessage}\" /><bpmn:endEvent id=\"end_refused\"")),

        // gateways
        edit("forgets the default flow", CALL, "which_outcome", "make the way for the last value the default flow",
            replaced(CALL, " default=\"flow_third_party\"", "")),
        edit("makes another way the default", CALL, "which_outcome", "Draw a way for each value with its condition",
            replaced(CALL, " default=\"flow_third_party\"", " default=\"flow_refused\"")),
        edit("mistypes the value of a condition", CALL, "which_outcome", "REFUSD, which never comes",
            replaced(CALL, "outcome == 'REFUSED'", "outcome == 'REFUSD'")),
        edit("copies a condition to a second way", CALL, "which_outcome", "it needs a default flow and on each other",
            replaced(CALL, "outcome == 'HARDSHIP'", "outcome == 'DISPUTED'")),
        edit("deletes a way that an outcome needs", CALL, "which_outcome", "there is no way for DISPUTED",
            withoutFlow(CALL, "flow_disputed")),
        edit("leads a stage's way to the next stage", CASE, "flow_to_visit", "VISIT leads to stage_legal instead of",
            leading(CASE, "flow_to_visit", "stage_legal")),
        edit("adds an outcome to the form without a way", CALL, "which_outcome", "CALL_ME_LATER",
            replaced(FORM, "\"value\": \"REFUSED\"\\s*}",
                "\"value\": \"REFUSED\" }, { \"label\": \"Refused\", \"value\": \"CALL_ME_LATER\" }")),

        // timers
        edit("chooses the wrong stage in a timer", CASE, "stage_telephone", "should be [interrupting",
            replaced(CASE, "execution, 'VISIT'", "execution, 'LEGAL'")),
        edit("ticks \"not interrupting\" at a stage's timer", CASE, "timer_visit_due", "runs beside it",
            replaced(CASE, "(id=\"timer_visit_due\")", "$1 cancelActivity=\"false\"")),
        edit("copies a timer on the edge of a stage", CASE, "timer_visit_copy", "the same date as timer_visit_due",
            copied(CASE, "boundaryEvent", "timer_visit_due", "timer_visit_copy")),
        edit("adds a second timer to a placement", "placement.bpmn", "placement_term_again", "two timers interrupt",
            copied("placement.bpmn", "boundaryEvent", "placement_term_ends", "placement_term_again")
                .andThen(replaced("placement.bpmn", "placementTermEnds(.*?placementTermEnds)", "handOverDue$1"))
                ::apply),
        edit("writes a duration into a timer", CASE, "telephone_treatment_due", "Choose the type \"date\"",
            replaced(CASE, "(telephone_treatment_timer\">\\s*)<bpmn:timeDate([^>]*)>[^<]*</bpmn:timeDate>",
                "$1<bpmn:timeDuration$2>P3D</bpmn:timeDuration>")),
        edit("mistypes the date of a timer", CASE, "timer_visit_definition", "aging.stagDue is nothing",
            replaced(CASE, "aging.stageDue\\(execution, 'VISIT'", "aging.stagDue(execution, 'VISIT'")),
        edit("deletes the timer of a stage", CASE, "stage_telephone", "Put one interrupting timer on the edge",
            withoutNode(CASE, "timer_visit_due", "flow_visit_due")),

        // ids, copies and groups
        edit("renames the id of a task", CALL, "task_call_debtor", "Give the element its old id again",
            replaced(CALL, "\\btask_call_debtor\\b", "task_ring_debtor")),
        edit("renames where a case waits", CASE, "wait_in_visit", "collection-case|migration.json|may wait there",
            replaced(CASE, "\\bwait_in_visit\\b", "nothing_more_to_visit")),
        edit("leaves the id that Modeler made", CALL, "Activity_1q2w3e4", "write an id that tells what it is",
            replaced(CALL, "\\bmark_number_wrong\\b", "Activity_1q2w3e4")),
        edit("pastes a step by hand and keeps its id", CALL, "end_refused", "two elements have this id",
            replaced(CALL, "(<bpmn:endEvent id=\"end_refused\".*?</bpmn:endEvent>)", "$1$1")),
        edit("copies a task with its form for another group", CALL, "task_call_again", "is granted to collectors",
            copied(CALL, "userTask", "task_call_debtor", "task_call_again")
                .andThen(replaced(CALL, "(id=\"task_call_again\".*?Groups=\")collectors", "$1supervisors"))::apply),
        edit("gives a task to a group that there is not", CALL, "task_call_debtor", "others would never see the task",
            replaced(CALL, "\"collectors\"", "\"collector\"")),
        edit("forgets the group of a task", CALL, "task_call_debtor", "it is given to none",
            replaced(CALL, " camunda:candidateGroups=\"collectors\"", "")),
        edit("saves a copy under another name", "call-debtor-copy.bpmn", "call-debtor", "Give the model the id",
            models -> EditedModels.holding(models, "call-debtor-copy.bpmn", models.text(CALL).orElseThrow())),
        edit("keeps a backup beside the model", "call-debtor.bpmn.bak", "", "keep it in another folder",
            models -> EditedModels.holding(models, "call-debtor.bpmn.bak", models.text(CALL).orElseThrow())),

        // what a step does
        edit("mistypes what a step does", CALL, "mark_number_wrong", "Look for a slip of the pen",
            replaced(CALL, "\\{markNumberWrong}", "{markNumberWorng}")),
        edit("mistypes a called process", CASE, "call_in_message", "there is no process call-deptor",
            replaced(CASE, "(id=\"call_in_message\"[^>]*)call-debtor", "$1call-deptor")),
        edit("mistypes a form", CALL, "task_call_debtor", "there is no form call-detor",
            replaced(CALL, "formRef=\"call-debtor\"", "formRef=\"call-detor\"")),
        edit("deletes the listener that records a task", CALL, "task_call_debtor", "as the shipped tasks have",
            replaced(CALL, "<camunda:taskListener delegateExpression=\"\\$\\{recordCall}\" event=\"complete\" />", "")),
        edit("writes days with their word", CALL, "rest_after_refusal", "with a value as in the shipped models",
            replaced(CALL, "name=\"days\">7<", "name=\"days\">7 days<")),
        edit("mistypes a reason to pause", CALL, "raise_dispute", "BAD_DISPUTE",
            replaced(CALL, ">DISPUTE<", ">BAD_DISPUTE<")),
        edit("deletes the listener by which a stage is left", CASE, "stage_visit", "its two execution listeners",
            replaced(CASE, "(id=\"stage_visit\".*?)<camunda:executionListener[^>]*stageLeft[^>]*/>", "$1")),
        edit("raises the second number of the version and forgets the open cases", CALL, "call-debtor",
            "no call-debtor.migration.json says that they may come",
            replaced(CALL, "versionTag=\"1\\.[^\"]+\"", "versionTag=\"1.99.0\"")),
        edit("forgets to raise the version in three numbers", CALL, "call-debtor", "three numbers with dots",
            replaced(CALL, "versionTag=\"[^\"]+\"", "versionTag=\"v2\"")),

        // pictures
        edit("moves a label onto a shape", CALL, "flow_disputed", "Move the shape, the line or the name",
            replaced(CALL, "(bpmnElement=\"mark_number_wrong\"[^>]*>\\s*<dc:Bounds x=\"\\d+\" y=\")\\d+", "$1390")),
        edit("paints a task of collectors red", CALL, "task_call_debtor", "it should be #bbdefb",
            replaced(CALL, "(bpmnElement=\"task_call_debtor\"[^>]*bioc:fill=\")#bbdefb(\"[^>]*background-color=\")"
                + "#bbdefb", "$1#ffcdd2$2#ffcdd2")),
        edit("writes a name that is too long", CALL, "end_refused", "choose a shorter name",
            replaced(CALL, "name=\"Refused\"", "name=\"Refused to pay anything at all, however often we asked\"")),

        // tables
        edit("swaps two rows of the ladder", AGING, "stage-by-aging", "in order from the oldest age",
            replaced(AGING, "(<rule id=\"rule_legal\">.*?</rule>)(\\s*)(<rule id=\"rule_visit\">.*?</rule>)",
                "$3$2$1")),
        edit("deletes the row of a stage", AGING, "stage-by-aging", "it reaches only",
            replaced(AGING, "<rule id=\"rule_visit\">.*?</rule>", "")),
        edit("mistypes a stage in the ladder", AGING, "rule_legal", "the column may say",
            replaced(AGING, "(legal_stage\">\\s*<text>)\"LEGAL\"", "$1\"LEGEL\"")),
        edit("deletes the row that waits", NEXT, "next-treatment", "VISIT has no row that waits",
            replaced(NEXT, "<rule id=\"rule_visit_done\">.*?</rule>", "")),
        edit("takes a treatment that the stage has no way for", NEXT, "rule_visit_call", "VISIT offers",
            replaced(NEXT, "(visit_call_treatment\">\\s*<text>)\"CALL\"", "$1\"PLACEMENT\"")),
        edit("mistypes the name of a text", NEXT, "rule_message_first_sms", "Choose an approved text for this channel",
            replaced(NEXT, "(message_first_sms_template\">\\s*<text>)\"overdue-sms\"", "$1\"overdu-sms\"")),
        edit("chooses a letter for a text message", NEXT, "rule_message_first_sms", "is not made for SMS",
            replaced(NEXT, "(message_first_sms_template\">\\s*<text>)\"overdue-sms\"", "$1\"overdue-letter\"")),
        edit("forgets the days before the next", NEXT, "rule_visit_call", "the days before the next are ''",
            replaced(NEXT, "(visit_call_waitDays\">\\s*<text>)10", "$1")),
        edit("renames a column", NEXT, "next-treatment", "Keep the columns, their names",
            replaced(NEXT, "name=\"waitDays\"", "name=\"days\"")),
        edit("mistypes a kind of rule for contact", "contact-policy.dmn", "rule_cn_hours", "the column may say",
            replaced("contact-policy.dmn", "(cn_hours_kind\">\\s*<text>)\"HOURS\"", "$1\"HOUR\"")),

        // texts and forms
        edit("mistypes a place in a text", SMS, "", "is {overdueAmount} meant?",
            replaced(SMS, "\\{overdueAmount}", "{overdueAmuont}")),
        edit("uses a place of another matter", SMS, "", "nothing is filled in for {promiseDate} in this text",
            replaced(SMS, "$", " {promiseDate}")),
        edit("forgets the closing brace", SMS, "", "is no place that Remit fills in",
            replaced(SMS, "\\{overdueAmount}", "{overdueAmount")),
        edit("changes an approved text", NEXT, "rule_message_first_sms", "a new version needs its row",
            replaced(SMS, "$", "!")),
        edit("deletes the subject of an e-mail", "messages/overdue-email.en.1.txt", "", "must begin with a line",
            replaced("messages/overdue-email.en.1.txt", "^Subject: [^\n]*\n", "")),
        edit("forgets the Chinese of a label", FORM, "note", "there is no Chinese for: Remark",
            replaced(FORM, "\"label\": \"Note\"", "\"label\": \"Remark\"")),
        edit("renames the key of a field", FORM, "promiseDay", "does not read the field promiseDay",
            replaced(FORM, "\"key\": \"promiseDate\"", "\"key\": \"promiseDay\"")),
        edit("gives two options the same value", FORM, "outcome", "they could not be told apart",
            replaced(FORM, "\"value\": \"REFUSED\"", "\"value\": \"PROMISED\"")),
        edit("copies a table of a form with its id", "review-hold.form", "holds", "one of them is not shown",
            replaced("review-hold.form", "\"id\": \"heading\"", "\"id\": \"holds\"")),
        edit("uses a kind of field that loses what is entered", FORM, "note", "as the shipped forms do",
            replaced(FORM, "\"type\": \"textarea\"", "\"type\": \"filepicker\"")),
        edit("shows what there is not", FORM, "heading", "is caseView.overdue meant?",
            replaced(FORM, "caseView\\.overdue}", "caseView.overdu}")),
        edit("saves a file with a byte order mark", CALL, "", "Open the file in Camunda Modeler and save it again",
            models -> EditedModels.holding(models, CALL, "\uFEFF" + models.text(CALL).orElseThrow())),
        edit("leaves a mark of a merge", CALL, "", "take the last version that was good",
            replaced(CALL, "(<bpmn:endEvent id=\"end_refused\")", "<<<<<<< HEAD\n$1")));
  }

  static List<Edit> rightEdits() {
    return List.of(
        edit("another threshold", "", "", "", replaced(AGING, "&gt;= 90", "&gt;= 75")),
        edit("a call more often", "", "", "", replaced(NEXT, "(telephone_call_waitDays\">\\s*<text>)3", "$12")),
        edit("a new version of a text, with its row in the register", "", "", "", models -> {
          String text = "{creditorName}: {overdueAmount} is overdue. Call {contactPhone}.";
          Models written = EditedModels.holding(models, "messages/overdue-sms.en.2.txt", text);
          return EditedModels.holding(written, REGISTER, models.text(REGISTER).orElseThrow()
              + "overdue-sms,en,2," + sha256(text) + ",owner1,2026-11-29,\n");
        }),
        edit("a new row", "", "", "", WrongEditsTest::newRow),
        edit("a new end", "", "", "", models -> {
          Models led = leading(CALL, "flow_unwilling", "end_unwilling").apply(withoutNode(CALL, "rest_after_refusal",
              "flow_rest_after_refusal_done").apply(models));
          return replaced(CALL, "\\bend_refused\\b", "end_unwilling").apply(led);
        }),
        edit("another label", "", "", "", replaced(CALL, "name=\"Refused\"", "name=\"No will\"")),
        edit("a shape that is moved a little", "", "", "",
            replaced(CALL, "(bpmnElement=\"end_refused\".*?<dc:Bounds x=\"\\d+\" y=\")(\\d+)\"", "$1$2.5\"")),
        edit("another light colour of a stage", "", "", "", replaced(CASE,
            "(bpmnElement=\"stage_visit\" [^>]*)#e3f2fd([^>]*)#e3f2fd", "$1#e8f4fd$2#e8f4fd")),
        edit("another rest after a refusal", "", "", "", replaced(CALL, "name=\"days\">7<", "name=\"days\">10<")),
        edit("a renamed place to wait, with instructions for its cases", "", "", "", models ->
            EditedModels.holding(replaced(CASE, "\\bwait_in_visit\\b", "nothing_more_to_visit").apply(models),
                "collection-case.migration.json", "{\"from\": [\"2.1.x\"], \"elements\": "
                    + "{\"wait_in_visit\": \"nothing_more_to_visit\"}, \"redate\": [\"timer_legal_due\"]}")),
        edit("a renamed place to wait, in a new first number of the version", "", "", "", models ->
            replaced(CASE, "versionTag=\"2.1.0\"", "versionTag=\"3.0.0\"").apply(
                replaced(CASE, "\\bwait_in_visit\\b", "nothing_more_to_visit").apply(models))
                .without("collection-case.migration.json")),
        edit("a longer wait of a plan in the form's words", "", "", "",
            replaced("words/forms.zh.csv", "状态", "现状")),
        edit("a higher third number of the version", "", "", "",
            replaced(CALL, "versionTag=\"(1\\.\\d+)\\.\\d+\"", "versionTag=\"$1.99\"")),
        edit("a higher second number of the version, with instructions", "", "", "", models ->
            replaced(CALL, "versionTag=\"1\\.[^\"]+\"", "versionTag=\"1.99.0\"").apply(
                replaced("call-debtor.migration.json", "\"from\": \\[", "$0\"1.x\", ").apply(models))));
  }

  @ParameterizedTest
  @MethodSource("wrongEdits")
  void aWrongEditIsFoundWithAWordThatHelps(Edit edit) {
    List<Finding> findings = ModelContract.check(edit.change().apply(EditedModels.SHIPPED));

    assertThat(findings).as(edit.what()).anySatisfy(finding -> {
      assertThat(finding.file()).isEqualTo(edit.file());
      assertThat(finding.element()).isEqualTo(edit.element());
      assertThat(finding.detail() + " " + finding.remedy()).containsPattern(helping(edit));
    });
    assertThat(findings).as("what is told beside it").hasSizeLessThanOrEqualTo(12);
    FindingWords chinese = FindingWords.in("zh");
    assertThat(findings).allSatisfy(finding -> {
      assertThat(chinese.detail(finding)).as("the detail in Chinese").containsPattern("\\p{IsHan}");
      assertThat(chinese.remedy(finding.rule())).containsPattern("\\p{IsHan}");
    });
  }

  @ParameterizedTest
  @MethodSource("rightEdits")
  void aRightEditPasses(Edit edit) {
    assertThat(ModelContract.check(edit.change().apply(EditedModels.SHIPPED))).isEmpty();
  }

  @Test
  void thereAreManyOfThem() {
    assertThat(wrongEdits()).hasSizeGreaterThanOrEqualTo(40);
    assertThat(rightEdits()).hasSizeGreaterThanOrEqualTo(10);
  }

  private static Pattern helping(Edit edit) {
    return Pattern.compile(List.of(edit.helps().split("\\|")).stream().map(Pattern::quote)
        .reduce((one, other) -> one + "|" + other).orElseThrow());
  }

  private static UnaryOperator<Models> replaced(String file, String regex, String replacement) {
    return models -> EditedModels.with(models, file, regex, replacement);
  }

  private static UnaryOperator<Models> leading(String file, String flow, String target) {
    return replaced(file, "(<bpmn:sequenceFlow id=\"" + flow + "\"[^>]*targetRef=)\"\\w+\"", "$1\"" + target + "\"");
  }

  /** As Modeler deletes a flow: with its line, and what names it. */
  private static UnaryOperator<Models> withoutFlow(String file, String flow) {
    return replaced(file, "<bpmn:sequenceFlow id=\"" + flow + "\"(?:[^>]*/>|[^>]*[^/]>.*?</bpmn:sequenceFlow>)"
        + "|<bpmn:(?:incoming|outgoing)>" + flow + "</bpmn:(?:incoming|outgoing)>"
        + "|<bpmndi:BPMNEdge [^>]*bpmnElement=\"" + flow + "\"[^>]*>.*?</bpmndi:BPMNEdge>", "");
  }

  /** As Modeler deletes an element: with the flow to it or from it. */
  private static UnaryOperator<Models> withoutNode(String file, String node, String flow) {
    UnaryOperator<Models> gone = replaced(file, "<bpmn:(\\w+) id=\"" + node + "\".*?</bpmn:\\1>"
        + "|<bpmndi:BPMNShape [^>]*bpmnElement=\"" + node + "\"[^>]*>.*?</bpmndi:BPMNShape>", "");
    return models -> gone.apply(withoutFlow(file, flow).apply(models));
  }

  /** As Modeler pastes an element: with new ids, at another place. */
  private static UnaryOperator<Models> copied(String file, String tag, String id, String copy) {
    return models -> {
      String text = models.text(file).orElseThrow();
      String element = found("<bpmn:" + tag + " id=\"" + id + "\".*?</bpmn:" + tag + ">", text);
      String shape = found("<bpmndi:BPMNShape [^>]*bpmnElement=\"" + id + "\".*?</bpmndi:BPMNShape>", text);
      String pasted = element.replace("\"" + id + "\"", "\"" + copy + "\"")
          .replaceAll("(EventDefinition id=\")", "$1" + copy + "_");
      return EditedModels.holding(models, file, text.replace(element, element + pasted).replace(shape, shape
          + shape.replace("\"" + id + "\"", "\"" + copy + "\"").replaceFirst("id=\"\\w+\"", "id=\"" + copy + "_di\"")));
    };
  }

  private static Models newRow(Models models) {
    String text = models.text(NEXT).orElseThrow();
    String row = found("<rule id=\"rule_visit_text\">.*?</rule>", text);
    return EditedModels.holding(models, NEXT, text.replace(row,
        row.replaceAll("\"(rule_)?visit_text", "\"$1visit_text_soon").replace("&lt; 9", "&lt; 3") + row));
  }

  private static String found(String regex, String text) {
    return Pattern.compile(regex, Pattern.DOTALL).matcher(text).results().findFirst().orElseThrow().group();
  }

  private static String sha256(String text) {
    try {
      return HexFormat.of().formatHex(
          MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8)));
    } catch (java.security.NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
