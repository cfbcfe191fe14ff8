package io.remit.process.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;

import io.remit.casefile.CaseView;
import io.remit.cases.Channel;
import io.remit.cases.MatterKey;
import io.remit.complaint.Complaint;
import io.remit.complaint.Complaints;
import io.remit.contact.conversation.ContactsByPeople;
import io.remit.gate.GateDecision;
import io.remit.gate.Person;
import java.util.Map;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

/** Who complains about a person is not contacted by that person, and another one decides. */
@ProcessTest
class ComplaintTest {

  @Autowired
  private CaseWorld world;
  @Autowired
  private Complaints complaints;
  @Autowired
  private ContactsByPeople people;
  @Autowired
  private CaseView views;

  /** In TELEPHONE, called and refused by collector1 on 3 September; the next call is open from the 10th on. */
  private TestedCase caseCalled() {
    TestedCase opened = world.open(world.account(40));
    world.moveTo("2007-09-03T09:00:00Z");
    opened.submit(Worker.COLLECTOR, "REFUSED");
    world.moveTo("2007-09-10T09:00:00Z");
    return opened;
  }

  /** What the gate says to who wants to call. */
  private GateDecision asks(TestedCase called, Worker worker) {
    return people.open(called.number(), Channel.CALL, Person.DEBTOR, worker.id()).decision();
  }

  @Test
  void thePersonComplainedAboutIsKeptAwayFromTheFirstMomentOn() {
    TestedCase called = caseCalled();
    assertThat(called.task().getAssignee()).isEqualTo("collector1");

    MatterKey complaint = complaints.open(called.number(), "CALL", "collector1", "He shouted at me", "collector2");

    assertThat(called.facts().collector()).isNull();
    assertThat(called.task("task_call_debtor").getAssignee()).isNull();
    assertThat(asks(called, Worker.COLLECTOR).rule()).isEqualTo("complaint-about-person");
    assertThat(asks(called, Worker.OTHER_COLLECTOR).allowed()).isTrue();
    assertThat(called.matter("complaint")).isWaitingAt("task_handle_complaint");
    assertThat(called.task("task_handle_complaint").getDueDate().toInstant()).isEqualTo("2007-09-25T06:00:00Z");
    assertThat(called.process()).isWaitingAt("call_in_telephone").hasNotPassed("case_changed");
    assertThat(called.messages()).isEmpty();
    assertThat(complaints.get(complaint).outcome()).isNull();
  }

  @Test
  void aComplaintThatIsUpheldKeepsThePersonAwayForGoodAndTheDebtorIsTold() {
    TestedCase called = caseCalled();
    complaints.open(called.number(), "CALL", "collector1", "He shouted at me", "collector2");
    ProcessInstance process = called.matter("complaint");
    Map<String, Object> upheld = Map.of("outcome", "UPHELD", "measures", "A talk with the team");

    assertThatThrownBy(() -> called.submit(Worker.SUPERVISOR, called.task("task_handle_complaint"),
        Map.of("outcome", "UPHELD"))).hasMessageContaining("measures: needs");
    called.submit(Worker.SUPERVISOR, called.task("task_handle_complaint"), upheld);
    world.runContactWork();

    assertThat(process).isEnded().hasPassedInOrder("task_handle_complaint", "which_outcome", "tell_upheld",
        "end_upheld")
        .hasNotPassed("tell_not_upheld");
    assertThat(called.messages()).containsExactly("2007-09-10T09:00:00Z EMAIL complaint-answer-upheld-email");
    assertThat(asks(called, Worker.COLLECTOR).rule()).isEqualTo("complaint-about-person");
    called.submit(Worker.OTHER_COLLECTOR, called.task("task_call_debtor"), Map.of("outcome", "REFUSED"));
    assertThat(called.facts().collector()).isEqualTo("collector2");
  }

  @Test
  void aComplaintThatIsNotUpheldEndsTheBar() {
    TestedCase called = caseCalled();
    MatterKey complaint = complaints.open(called.number(), "CALL", "collector1", "He called me", "collector2");
    ProcessInstance process = called.matter("complaint");

    called.submit(Worker.SUPERVISOR, called.task("task_handle_complaint"), Map.of("outcome", "NOT_UPHELD", "note",
        "The recording shows a calm talk"));
    world.runContactWork();

    assertThat(process).isEnded().hasPassedInOrder("which_outcome", "tell_not_upheld", "end_not_upheld")
        .hasNotPassed("tell_upheld");
    assertThat(called.messages()).containsExactly("2007-09-10T09:00:00Z EMAIL complaint-answer-not-upheld-email");
    assertThat(complaints.get(complaint).outcome()).isEqualTo(Complaint.Outcome.NOT_UPHELD);
    assertThat(complaints.get(complaint).handledBy()).isEqualTo("supervisor1");
    assertThat(asks(called, Worker.COLLECTOR).allowed()).isTrue();
  }

  @Test
  void nobodyHandlesAComplaintAboutHimself() {
    TestedCase called = caseCalled();
    complaints.open(called.number(), "CALL", "supervisor1", "She did not listen", "collector2");

    assertThatThrownBy(() -> called.submit(Worker.SUPERVISOR, called.task("task_handle_complaint"),
        Map.of("outcome", "NOT_UPHELD"))).hasMessageContaining("task: is about you");

    assertThat(called.matter("complaint")).isWaitingAt("task_handle_complaint");
    called.submit(Worker.OTHER_SUPERVISOR, called.task("task_handle_complaint"), Map.of("outcome", "NOT_UPHELD"));
    assertThat(called.matter("complaint")).isNull();
  }

  @Test
  void theBarIsForAllCasesOfTheDebtorAndTheOtherComplaintKeepsIt() {
    ArrearsRow first = world.account(40);
    TestedCase inEuro = world.open(first);
    TestedCase inDollar = world.open(world.accountOf(first.debtorId(), 40).currency("USD"));
    world.moveTo("2007-09-03T09:00:00Z");
    complaints.open(inEuro.number(), "CALL", "collector1", "He shouted", "collector2");
    complaints.open(inDollar.number(), "CALL", "collector1", "And again", "collector2");

    inEuro.submit(Worker.SUPERVISOR, inEuro.task("task_handle_complaint"), Map.of("outcome", "NOT_UPHELD"));

    assertThat(asks(inEuro, Worker.COLLECTOR).rule()).isEqualTo("complaint-about-person");
    inDollar.submit(Worker.SUPERVISOR, inDollar.task("task_handle_complaint"), Map.of("outcome", "NOT_UPHELD"));
    assertThat(asks(inEuro, Worker.COLLECTOR).allowed()).isTrue();
  }

  @Test
  void aComplaintIsAnsweredAlsoAfterTheCaseHasEnded() {
    ArrearsRow account = world.account(20);
    TestedCase opened = world.open(account);
    complaints.open(opened.number(), "CALL", null, "The letter came twice", "collector2");
    ProcessInstance process = opened.matter("complaint");
    world.pay(account, "460.00");
    assertThat(process).isWaitingAt("task_handle_complaint");

    opened.submit(Worker.SUPERVISOR, Map.of("outcome", "UPHELD", "measures", "The print run was mended"));
    world.runContactWork();

    assertThat(process).isEnded();
    assertThat(opened.messages()).containsExactly("2007-09-03T08:00:00Z EMAIL complaint-answer-upheld-email");
  }

  @ParameterizedTest
  @CsvSource({"call-debtor, COLLECTOR, CALL, call", "visit-debtor, FIELD_AGENT, VISIT, visit"})
  void aConversationOfAnyOutcomeCanOpenOne(String process, Worker worker, Channel channel, String cameBy) {
    TestedCase opened = caseToTalk(process);
    ProcessInstance conversation = opened.called(process);

    opened.submit(worker, Map.of("outcome", "REFUSED", "complaint", "Called at night", "complaintAbout",
        " collector2 "));

    assertThat(conversation).isEnded().hasPassed("end_refused");
    assertThat(opened.matter("complaint")).isWaitingAt("task_handle_complaint");
    assertThat(complaints.ofCase(opened.number(), "manager1")).singleElement().satisfies(complaint -> {
      assertThat(complaint.channel()).isEqualTo(channel);
      assertThat(complaint.words()).isEqualTo("Called at night");
      assertThat(complaint.aboutUserId()).isEqualTo("collector2");
      assertThat(complaint.takenBy()).isEqualTo(worker.id());
      assertThat(views.forMatter(complaint.key(), "supervisor1"))
          .contains("{\"label\":\"Came by\",\"value\":\"" + cameBy + "\"}");
    });
    assertThat(opened.timeline("COMPLAINT"))
        .containsExactly("The debtor complained (" + cameBy + "): about collector2");
    assertThat(asks(opened, Worker.OTHER_COLLECTOR).rule()).isEqualTo("complaint-about-person");
    assertThat(asks(opened, Worker.COLLECTOR).rule()).isNotEqualTo("complaint-about-person");
  }

  @Test
  void aComplaintInACallNeedsNobodyItIsAboutAndTheCaseGoesOnWithTheOutcome() {
    TestedCase opened = caseToTalk("call-debtor");

    opened.submit(Worker.COLLECTOR, Map.of("outcome", "PROMISED", "promiseAmount", "100.00", "promiseDate",
        "2007-09-10", "complaint", "The letter came twice", "complaintAbout", ""));

    assertThat(complaints.ofCase(opened.number(), "manager1")).singleElement()
        .satisfies(complaint -> assertThat(complaint.aboutUserId()).isNull());
    assertThat(opened.promises()).hasSize(1);
    assertThat(opened.facts().collector()).isEqualTo("collector1");
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', value = {
      "REFUSED     | Called at night | nobody1    | complaintAbout: is no user",
      "REFUSED     | Called at night | collector1 | complaintAbout: is you; somebody else takes a complaint about you",
      "REFUSED     | ' '             | collector2 | complaint: needs 1 to 2000 characters",
      "NOT_REACHED | Called at night | ''         | complaint: can only be told by the debtor, who was not reached"})
  void aCallIsNotRecordedWithAComplaintThatCannotBe(String outcome, String words, String about, String message) {
    TestedCase opened = caseToTalk("call-debtor");

    assertThatThrownBy(() -> opened.submit(Worker.COLLECTOR,
        Map.of("outcome", outcome, "complaint", words, "complaintAbout", about))).hasMessageContaining(message);

    assertThat(opened.task().getTaskDefinitionKey()).isEqualTo("task_call_debtor");
    assertThat(opened.timeline("CONVERSATION")).isEmpty();
    assertThat(opened.timeline("COMPLAINT")).isEmpty();
    assertThat(complaints.ofCase(opened.number(), "manager1")).isEmpty();
  }

  private TestedCase caseToTalk(String process) {
    TestedCase opened = world.open(process.equals("call-debtor") ? world.account(40)
        : world.account(90).with("owns_property", "true"));
    world.moveTo("2007-09-03T09:00:00Z");
    return opened;
  }

  @Test
  void whoDoesNotTellHowItCameLeavesThatOpen() {
    TestedCase opened = world.open(world.account(20));

    MatterKey complaint = complaints.open(opened.number(), " ", null, "The letter came twice", "supervisor1");

    assertThat(complaints.get(complaint).channel()).isNull();
    assertThat(opened.timeline("COMPLAINT")).containsExactly("The debtor complained");
    assertThat(views.forMatter(complaint, "supervisor1")).contains("{\"label\":\"Came by\",\"value\":\"not told\"}");
  }

  @Test
  void aComplaintAboutSomebodyWhomNobodyKnowsIsNotTaken() {
    TestedCase opened = world.open(world.account(20));

    assertThatThrownBy(() -> complaints.open(opened.number(), "CALL", "nobody1", "He shouted", "collector2"))
        .hasMessageContaining("aboutUserId: is no user");

    assertThat(complaints.ofCase(opened.number(), "manager1")).isEmpty();
  }

  @Test
  void aComplaintWithoutWordsIsNone() {
    TestedCase opened = world.open(world.account(20));

    assertThatThrownBy(() -> complaints.open(opened.number(), "CALL", "collector1", " ", "collector2"))
        .hasMessageContaining("words: needs 1 to 2000 characters");

    assertThat(complaints.ofCase(opened.number(), "manager1")).isEmpty();
    assertThat(opened.timeline("COMPLAINT")).isEmpty();
  }
}
