package io.remit.model.diff;

import static org.assertj.core.api.Assertions.assertThat;

import io.remit.model.ModelFolder;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is said of an edit of a drawing. */
class DrawingDifferencesTest {

  private static final String COMPLAINT = "complaint.bpmn";

  @ParameterizedTest
  @CsvSource(delimiter = '|', textBlock = """
      name="Upheld\\?" | name="Is it upheld?" | The question 'Upheld?' (which_outcome) is now called 'Is it upheld?'
      name="Not upheld" | name="" | The end 'Not upheld' (end_not_upheld) is now called without a name
      candidateGroups="supervisors" | candidateGroups="managers" \
      | The task 'Handle the complaint' (task_handle_complaint): group: supervisors → managers
      formRef="handle-complaint" | formRef="decide-dispute" \
      | The task 'Handle the complaint' (task_handle_complaint): form: handle-complaint → decide-dispute
      complaintAnswerDue\\(execution\\) | inDays(execution, 1) \
      | The task 'Handle the complaint' (task_handle_complaint): due: complaint answer due → 1 day
      camunda:dueDate=" | camunda:priority="50" camunda:dueDate=" \
      | The task 'Handle the complaint' (task_handle_complaint): priority: nothing → 50
      versionTag="1.0.0" | versionTag="1.1.0" | The process 'Complaint' (complaint): version: 1.0.0 → 1.1.0
      P1825D | P3650D | The process 'Complaint' (complaint): records are kept: 1825 days → 3650 days
      name="Complaint" | name="Grievance" | The process 'Grievance' (complaint): name: Complaint → Grievance
      'UPHELD' | 'GRANTED' | The way 'yes' (flow_upheld) from 'Upheld?' to 'Tell the debtor what follows': \
      condition: outcome is UPHELD → outcome is GRANTED
      default="flow_not_upheld" | default="flow_upheld" \
      | The way 'yes' (flow_upheld) from 'Upheld?' to 'Tell the debtor what follows': \
      taken if no other way is: nothing → yes
      name="yes" | name="upheld" \
      | The way 'yes' (flow_upheld) from 'Upheld?' to 'Tell the debtor what follows' is now called 'upheld'
      <camunda:taskListener[^>]*prepareTask[^>]*> | '' \
      | The task 'Handle the complaint' (task_handle_complaint): when the task is made: prepareTask → nothing
      id="tell_upheld" | id="tell_upheld" camunda:asyncBefore="true" \
      | The step 'Tell the debtor what follows' (tell_upheld): a step of its own (async before): nothing → yes
      delegateExpression="\\$\\{answerComplaint}" | delegateExpression="\\${sendMessage}" \
      | The step 'Tell the debtor what follows' (tell_upheld): does: answerComplaint → sendMessage
      #ffcdd2" color:background-color="#ffcdd2" | #e1bee7" color:background-color="#e1bee7" \
      | The task 'Handle the complaint' (task_handle_complaint): colour: red → violet
      """)
  void anEditIsSaidInWords(String regex, String replacement, String said) {
    assertThat(Edited.saidOf(COMPLAINT, regex, replacement)).contains(said);
  }

  @Test
  void anotherKindOfStepIsTold() {
    ModelFolder edited = Edited.with(Edited.SHIPPED, COMPLAINT, text -> text
        .replaceAll("(?s)serviceTask(?= id=\"tell_upheld\")(.*?)/bpmn:serviceTask", "sendTask$1/bpmn:sendTask"));

    assertThat(Edited.said(edited)).containsExactly(
        "The step that sends 'Tell the debtor what follows' (tell_upheld): kind: step → step that sends");
  }

  @Test
  void daysOfATimerAreTold() {
    assertThat(Edited.saidOf("find-debtor.bpmn", "inDays\\(execution, \\d+\\)", "inDays(execution, 20)"))
        .singleElement().asString().startsWith("The t").contains("due: ").endsWith(" → 20 days");
  }

  @Test
  void aStageThatATableDatesPointsToTheTable() {
    assertThat(Edited.saidOf("collection-case.bpmn", "stageDue\\(execution, 'TELEPHONE'\\)",
        "stageDue(execution, 'VISIT')")).containsExactly("The timer on the edge 'Telephone due' (timer_telephone_due) "
            + "in 'In collection': due: when TELEPHONE is due, by stage-by-aging.dmn → when VISIT is due, by "
            + "stage-by-aging.dmn");
  }

  @Test
  void anInputIsTold() {
    assertThat(Edited.saidOf("call-debtor.bpmn", "name=\"days\">7<", "name=\"days\">5<")).containsExactly(
        "The step 'Leave in peace for a while' (rest_after_refusal): input days: 7 → 5");
  }

  @Test
  void whatIsToldOfOneElementIsOneSentence() {
    ModelFolder edited = Edited.with(Edited.SHIPPED, COMPLAINT, text -> text.replace("\"supervisors\"", "\"managers\"")
        .replace("complaintAnswerDue(execution)", "inDays(execution, 2)"));

    assertThat(Edited.said(edited)).containsExactly("The task 'Handle the complaint' (task_handle_complaint): "
        + "group: supervisors → managers; due: complaint answer due → 2 days");
  }

  @Test
  void aNewStepIsToldWithItsPlaceAndItsDetails() {
    assertThat(Edited.said(withLetter())).containsExactly(
        "New task 'Letter before court' (write_letter) after 'Upheld?' before 'Tell the debtor that it is not upheld'"
            + ": group: legalOfficers; due: 2 days",
        "The way 'no' (flow_not_upheld) from 'Upheld?' to 'Letter before court': "
            + "leads to: Tell the debtor that it is not upheld → Letter before court");
  }

  @Test
  void whatIsGoneIsToldWithItsPlace() {
    assertThat(Edited.said(withLetter(), Edited.SHIPPED, Language.ENGLISH)).containsExactly(
        "Gone: the task 'Letter before court' (write_letter) after 'Upheld?' "
            + "before 'Tell the debtor that it is not upheld'",
        "The way 'no' (flow_not_upheld) from 'Upheld?' to 'Tell the debtor that it is not upheld': "
            + "leads to: Letter before court → Tell the debtor that it is not upheld");
  }

  private static ModelFolder withLetter() {
    return Edited.with(Edited.SHIPPED, COMPLAINT, text -> text
        .replace("sourceRef=\"which_outcome\" targetRef=\"tell_not_upheld\"",
            "sourceRef=\"which_outcome\" targetRef=\"write_letter\"")
        .replace("<bpmn:endEvent id=\"end_upheld\"", """
            <bpmn:userTask id="write_letter" name="Letter before court" camunda:candidateGroups="legalOfficers"
                camunda:dueDate="${aging.inDays(execution, 2)}" />
            <bpmn:sequenceFlow id="flow_letter" sourceRef="write_letter" targetRef="tell_not_upheld" />
            <bpmn:endEvent id="end_upheld\""""));
  }

  @Test
  void aStepInAStageIsToldWithTheStage() {
    assertThat(Edited.saidOf("collection-case.bpmn", "id=\"send_visit_message\" name=\"Send message\"",
        "id=\"send_visit_message\" name=\"Write\""))
        .containsExactly("The step 'Send message' (send_visit_message) in 'VISIT' is now called 'Write'");
  }

  @Test
  void aStepThatLiesInAnotherSubProcessIsTold() {
    ModelFolder edited = Edited.with(Edited.SHIPPED, "collection-case.bpmn", text -> {
      String step = text.replaceAll("(?s).*(<bpmn:receiveTask id=\"wait_in_visit\".*?</bpmn:receiveTask>).*", "$1");
      return text.replace(step, "").replace("<bpmn:receiveTask id=\"wait_in_legal\"",
          step + "<bpmn:receiveTask id=\"wait_in_legal\"");
    });

    assertThat(Edited.said(edited)).containsExactly(
        "The wait 'Nothing more to do in this stage' (wait_in_visit) now lies in 'LEGAL', no longer in 'VISIT'");
  }

  @Test
  void aMessageIsToldWhereItIsWaitedFor() {
    assertThat(Edited.saidOf("call-debtor.bpmn", "(<bpmn:message id=\"[^\"]*\" name=\")[^\"]*", "$1case-closed"))
        .allSatisfy(said -> assertThat(said).contains(": message: ").endsWith(" → case-closed")).isNotEmpty();
  }

  @Test
  void theCodeOfAnErrorIsToldWhereItIsCaught() {
    assertThat(Edited.saidOf("collection-case.bpmn", "errorCode=\"([^\"]*)\"", "errorCode=\"another\""))
        .isNotEmpty().allSatisfy(said -> assertThat(said).contains(": error: ").endsWith("another)"));
  }

  @Test
  void elementsOfOneNameAreToldApart() {
    assertThat(Edited.saidOf("collection-case.bpmn", "attachedToRef=\"stage_message\"",
        "attachedToRef=\"stage_visit\""))
        .containsExactly("The timer on the edge 'Telephone due' (timer_telephone_due) in 'In collection': "
            + "stands on: MESSAGE (stage_message) → VISIT (stage_visit)");
    assertThat(Edited.saidOf("collection-case.bpmn", "(id=\"flow_message_woken\" [^>]*targetRef=\")[^\"]*",
        "$1visit_treatment_due")).singleElement().asString().endsWith("leads to: Next contact allowed "
            + "(message_treatment_due) → Next contact allowed (visit_treatment_due)");
  }

  @Test
  void whatOnlyMovedIsCounted() {
    ModelFolder edited = Edited.with(Edited.SHIPPED, COMPLAINT, text -> text
        .replace("<dc:Bounds x=\"32\" y=\"62\"", "<dc:Bounds x=\"30\" y=\"62\"")
        .replace("<dc:Bounds x=\"582\" y=\"62\"", "<dc:Bounds x=\"590\" y=\"62\"")
        .replace("<di:waypoint x=\"582\" y=\"80\" />", "<di:waypoint x=\"590\" y=\"80\" />")
        .replace("<dc:Bounds x=\"286\" y=\"39\"", "<dc:Bounds x=\"280\" y=\"39\""));

    assertThat(Edited.said(edited)).containsExactly("2 shapes were moved", "1 line is drawn another way",
        "1 name stands elsewhere");
  }

  @Test
  void whatNobodyForesawIsToldByItsName() {
    assertThat(Edited.saidOf(COMPLAINT, "<bpmn:extensionElements>",
        "<bpmn:extensionElements><camunda:properties><camunda:property name=\"a\" value=\"b\"/></camunda:properties>"))
        .containsExactly("The task 'Handle the complaint' (task_handle_complaint): "
            + "properties: nothing → properties (property name=a value=b)");
  }

  @Test
  void chineseIsSaidInChinese() {
    assertThat(Edited.said(Edited.SHIPPED, withLetter(), Language.CHINESE)).isEqualTo(List.of(
        "新增任务“Letter before court”（write_letter），在“Upheld?”之后，在“Tell the debtor that it is not upheld”之前："
            + "小组：legalOfficers；期限：2 天",
        "路径“no”（flow_not_upheld），从“Upheld?”到“Letter before court”：通向：Tell the debtor that it is not upheld"
            + " → Letter before court"));
  }
}
