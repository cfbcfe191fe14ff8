package io.remit.process.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;

import io.remit.cases.CollectionCase.CloseReason;
import io.remit.cases.CollectionCase.Status;
import io.remit.cases.Stage;
import io.remit.process.CaseModel;
import io.remit.process.TaskCards;
import java.time.Instant;
import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

/** What a payment does to a case, at once and in whatever stage it is. */
@ProcessTest
class PaymentTest {

  @Autowired
  private CaseWorld world;

  @ParameterizedTest(name = "{1}")
  @CsvSource({"3, REMINDER, wait_in_reminder", "10, MESSAGE, message_treatment_due", "40, TELEPHONE, call_in_telephone",
      "100, VISIT, call_in_visit", "200, LEGAL, court_in_legal", "400, OUTSOURCING, place_in_outsourcing"})
  void whoPaysEverythingHearsNothingMoreInWhateverStage(int daysPastDue, Stage stage, String waitingAt) {
    ArrearsRow account = world.account(daysPastDue);
    TestedCase cured = world.open(account);
    // the wait after the announcement of court, or less: no next stage is reached
    world.moveTo(stage == Stage.LEGAL ? "2007-09-17T10:00:00Z" : "2007-09-03T10:00:00Z");
    assertThat(cured.process()).isWaitingAt(CaseModel.elementOf(stage), waitingAt);
    int contacts = cured.contacts().size();

    world.pay(account, "460.00");

    assertThat(cured.process()).isEnded().hasPassedInOrder("case_changed", "what_changed", "end_cured")
        .hasNotPassed("end_paid", "end_withdrawn", "held");
    assertThat(Arrays.stream(Stage.values()).map(CaseModel::elementOf).filter(element -> passed(cured, element)))
        .containsExactly(CaseModel.elementOf(stage));
    assertThat(cured.facts().status()).isEqualTo(Status.CLOSED);
    assertThat(cured.facts().closeReason()).isEqualTo(CloseReason.CURED);
    assertThat(cured.facts().closedAt()).isEqualTo(world.now());
    assertThat(cured.openTask()).isEqualTo("none");
    assertThat(cured.dueDates()).isEmpty();
    assertThat(world.engine.getRuntimeService().createEventSubscriptionQuery()
        .processInstanceId(cured.process().getId()).count()).isZero();

    world.moveDays(400);
    assertThat(cured.contacts()).hasSize(contacts);
  }

  private boolean passed(TestedCase opened, String element) {
    return world.engine.getHistoryService().createHistoricActivityInstanceQuery()
        .processInstanceId(opened.process().getId()).activityId(element).count() > 0;
  }

  @Test
  void whoPaysBeforeTheDueDateIsNotEvenReminded() {
    ArrearsRow account = world.account(-10);
    TestedCase paid = world.open(account);

    world.pay(account, "460.00");

    assertThat(paid.process()).isEnded().hasPassedInOrder("case_changed", "what_changed", "end_paid")
        .hasNotPassed("end_cured", "send_reminder_message");
    assertThat(paid.facts().closeReason()).isEqualTo(CloseReason.PAID);
    assertThat(paid.dueDates()).isEmpty();
  }

  @Test
  void aPartOfTheOnlyDebtChangesNeitherStageNorDates() {
    ArrearsRow account = world.account(40);
    TestedCase opened = world.open(account);
    world.moveTo("2007-09-03T09:00:00Z");
    var dueDates = opened.dueDates();

    world.pay(account, "459.99");

    assertThat(opened.process()).hasNotPassed("case_changed").isWaitingAt("call_in_telephone");
    assertThat(opened.dueDates()).isEqualTo(dueDates);
    assertThat(opened.openTask()).isEqualTo("task_call_debtor 2007-09-03T20:00:00Z");
    assertThat(world.engine.getTaskService().getVariable(opened.task().getId(), TaskCards.OVERDUE_AMOUNT))
        .isEqualTo("EUR 0.01");
  }

  @Test
  void whoPaysTheOldestDebtGoesBackToTheStageOfTheNext() {
    ArrearsRow oldest = world.account(100);
    ArrearsRow next = world.accountOf(oldest.debtorId(), 20);
    world.load(oldest, next);
    TestedCase opened = world.caseOf(oldest);
    world.moveTo("2007-09-03T09:00:00Z");
    assertThat(opened.openTask()).isEqualTo("task_call_debtor 2007-09-03T20:00:00Z");

    world.pay(oldest, "460.00");

    assertThat(opened.process()).hasPassedInOrder("decide_stage", "case_changed", "what_changed", "decide_stage",
        "which_stage").isWaitingAt("stage_message")
        .hasNotPassed("end_cured", "stage_telephone", "timer_legal_due");
    assertThat(opened.facts().stage()).isEqualTo(Stage.MESSAGE);
    assertThat(opened.facts().baseDueDate()).isEqualTo(next.dueDate());
    assertThat(opened.openTask()).isEqualTo("none");
    assertThat(opened.dueDates()).containsOnly(entry("message_treatment_due", Instant.parse("2007-09-03T09:00:00Z")),
        entry("timer_telephone_due", Instant.parse("2007-09-13T06:00:00Z")));
    assertThat(opened.timeline("REAGED")).containsExactly("The age changed: stage MESSAGE");
  }

  @Test
  void aPaymentThatIsTakenBackOpensANewCaseInTheStageOfItsAge() {
    ArrearsRow account = world.account(100);
    TestedCase cured = world.open(account);
    String payment = world.pay(account, "460.00");
    assertThat(cured.process()).isEnded().hasPassed("end_cured");

    world.moveDays(1);
    world.reverse(account, "460.00", payment);

    TestedCase reopened = world.caseOf(account);
    assertThat(reopened.number()).isNotEqualTo(cured.number());
    assertThat(cured.facts().status()).isEqualTo(Status.CLOSED);
    assertThat(reopened.process()).hasPassedInOrder("case_opened", "decide_stage", "which_stage")
        .isWaitingAt("stage_visit");
    assertThat(reopened.dueDates()).containsOnly(entry("visit_treatment_due", Instant.parse("2007-09-04T09:00:00Z")),
        entry("timer_legal_due", Instant.parse("2007-11-22T06:00:00Z")));
  }

  @Test
  void aPaymentThatIsTakenBackBringsTheCaseBackToTheStageOfTheOldestDebt() {
    ArrearsRow oldest = world.account(100);
    world.load(oldest, world.accountOf(oldest.debtorId(), 20));
    TestedCase opened = world.caseOf(oldest);
    String payment = world.pay(oldest, "460.00");
    assertThat(opened.process()).isWaitingAt("stage_message");

    world.reverse(oldest, "460.00", payment);

    assertThat(opened.process()).hasPassedInOrder("case_changed", "what_changed", "decide_stage", "case_changed",
        "what_changed", "decide_stage").isWaitingAt("stage_visit");
    assertThat(opened.facts().stage()).isEqualTo(Stage.VISIT);
  }
}
