package io.remit.process.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;

import io.remit.cases.CollectionCase.CloseReason;
import io.remit.cases.CollectionCase.Status;
import io.remit.cases.Stage;
import io.remit.intake.delivery.ArrearsResult;
import io.remit.process.TaskCards;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** What a later arrears file, or the creditor's word, does to a case. */
@ProcessTest
class SnapshotTest {

  @Autowired
  private CaseWorld world;

  @Test
  void anOlderDebtThatJoinsMovesTheDatesWithoutLeavingTheStage() {
    ArrearsRow first = world.account(40);
    TestedCase opened = world.open(first);
    assertThat(opened.dueDates()).containsEntry("timer_visit_due", Instant.parse("2007-10-23T06:00:00Z"));
    String timer = opened.job("timer_visit_due").getId();
    world.moveTo("2007-09-03T09:00:00Z");

    ArrearsRow older = world.accountOf(first.debtorId(), 50);
    assertThat(world.open(older).number()).isEqualTo(opened.number());

    assertThat(opened.job("timer_visit_due").getId()).isEqualTo(timer);
    assertThat(opened.dueDates()).containsOnly(entry("timer_visit_due", Instant.parse("2007-10-13T06:00:00Z")));
    assertThat(opened.process()).hasNotPassed("case_changed").isWaitingAt("stage_telephone", "call_in_telephone");
    assertThat(opened.openTask()).isEqualTo("task_call_debtor 2007-09-03T20:00:00Z");
    assertThat(opened.facts().baseDueDate()).isEqualTo(older.dueDate());
    assertThat(world.engine.getTaskService().getVariable(opened.task().getId(), TaskCards.OVERDUE_AMOUNT))
        .isEqualTo("EUR 920.00");
  }

  @Test
  void aYoungerDebtThatJoinsChangesNoDate() {
    ArrearsRow first = world.account(40);
    TestedCase opened = world.open(first);
    var dueDates = opened.dueDates();

    world.open(world.accountOf(first.debtorId(), 5));

    assertThat(opened.dueDates()).isEqualTo(dueDates);
    assertThat(opened.process()).hasNotPassed("case_changed");
  }

  @Test
  void aMuchOlderDebtThatJoinsTakesTheCaseStraightToTheStageOfItsAge() {
    ArrearsRow first = world.account(10);
    TestedCase opened = world.open(first);

    world.open(world.accountOf(first.debtorId(), 200));

    assertThat(opened.process()).hasPassedInOrder("case_changed", "what_changed", "decide_stage", "which_stage")
        .isWaitingAt("stage_legal").hasNotPassed("stage_telephone", "stage_visit", "timer_telephone_due");
  }

  @Test
  void anotherCurrencyIsAnotherCase() {
    ArrearsRow euros = world.account(40);
    TestedCase inEuros = world.open(euros);

    TestedCase inDollars = world.open(world.accountOf(euros.debtorId(), 10).currency("USD"));

    assertThat(inDollars.number()).isNotEqualTo(inEuros.number());
    assertThat(inDollars.process()).isWaitingAt("stage_message");
    assertThat(inEuros.process()).isWaitingAt("stage_telephone").hasNotPassed("case_changed");
  }

  @Test
  void aCorrectedDueDateMovesTheDatesOfTheSameStage() {
    ArrearsRow account = world.account(50);
    TestedCase opened = world.open(account);
    assertThat(opened.dueDates()).containsEntry("timer_visit_due", Instant.parse("2007-10-13T06:00:00Z"));

    world.load(account.daysPastDue(40));

    assertThat(opened.dueDates()).containsOnly(entry("telephone_treatment_due", Instant.parse("2007-09-03T09:00:00Z")),
        entry("timer_visit_due", Instant.parse("2007-10-23T06:00:00Z")));
    assertThat(opened.process()).hasNotPassed("case_changed").isWaitingAt("stage_telephone");
    assertThat(opened.facts().baseDueDate()).isEqualTo(LocalDate.of(2007, 7, 25));
  }

  @Test
  void aCorrectedDueDateBringsTheCaseBackToAnEarlierStage() {
    ArrearsRow account = world.account(50);
    TestedCase opened = world.open(account);
    world.moveTo("2007-09-03T09:00:00Z");

    world.load(account.daysPastDue(10));

    assertThat(opened.process()).hasPassedInOrder("case_changed", "what_changed", "decide_stage")
        .isWaitingAt("stage_message");
    assertThat(opened.facts().stage()).isEqualTo(Stage.MESSAGE);
    assertThat(opened.openTask()).isEqualTo("none");
    assertThat(opened.dueDates()).containsEntry("timer_telephone_due", Instant.parse("2007-09-23T06:00:00Z"));
  }

  @Test
  void theNightlyFileOfDay30DoesNotBringTheStageBeforeItsHour() {
    ArrearsRow account = world.account(29);
    TestedCase opened = world.open(account);

    world.moveTo("2007-09-04T02:00:00Z");
    world.load(account);
    assertThat(opened.process()).isWaitingAt("stage_message").hasNotPassed("case_changed");

    world.moveTo("2007-09-04T06:00:00Z");
    assertThat(opened.process()).hasPassed("timer_telephone_due").isWaitingAt("stage_telephone");
  }

  @Test
  void theSameStateTwiceHasNoEffect() {
    ArrearsRow account = world.account(40);
    TestedCase opened = world.open(account);
    world.moveTo("2007-09-03T09:00:00Z");
    var dueDates = opened.dueDates();
    List<?> timeline = world.timeline.of(opened.number());
    long passed = steps(opened);

    ArrearsResult again = world.load(account);
    world.load(account);
    world.runDueJobs();

    assertThat(again.unchanged()).isEqualTo(1);
    assertThat(opened.dueDates()).isEqualTo(dueDates);
    assertThat(world.timeline.of(opened.number())).isEqualTo(timeline);
    assertThat(steps(opened)).isEqualTo(passed);
    assertThat(opened.openTask()).isEqualTo("task_call_debtor 2007-09-03T20:00:00Z");
  }

  private long steps(TestedCase opened) {
    return world.engine.getHistoryService().createHistoricActivityInstanceQuery()
        .processInstanceId(opened.process().getId()).count();
  }

  @Test
  void aDebtThatTheFileOfAllDebtsDoesNotNameAnyMoreIsPaid() {
    ArrearsRow paid = world.account(40).with("product", "LISTED");
    ArrearsRow open = world.account(40).with("product", "LISTED");
    world.load(paid, open);
    TestedCase cured = world.caseOf(paid);

    world.loadComplete(open);

    assertThat(cured.process()).isEnded().hasPassedInOrder("case_changed", "what_changed", "end_cured");
    assertThat(cured.facts().closeReason()).isEqualTo(CloseReason.CURED);
    assertThat(world.caseOf(open).facts().status()).isEqualTo(Status.OPEN);
  }

  @Test
  void aCaseThatTheCreditorTakesBackEndsAndStaysOutWhateverLaterFilesSay() {
    ArrearsRow account = world.account(40);
    TestedCase withdrawn = world.open(account);
    world.moveTo("2007-09-03T09:00:00Z");

    assertThat(world.lifecycle.withdraw(withdrawn.number(), "supervisor1", "Sold to another bank")).isTrue();

    assertThat(withdrawn.process()).isEnded().hasPassedInOrder("case_changed", "what_changed", "end_withdrawn")
        .hasNotPassed("end_cured", "end_paid", "held");
    assertThat(withdrawn.facts().closeReason()).isEqualTo(CloseReason.WITHDRAWN);
    assertThat(withdrawn.timeline("WITHDRAWN")).containsExactly("Withdrawn from collection: Sold to another bank");
    assertThat(withdrawn.openTask()).isEqualTo("none");
    assertThat(withdrawn.dueDates()).isEmpty();
    assertThat(world.lifecycle.withdraw(withdrawn.number(), "supervisor1", "again")).isFalse();

    world.moveDays(1);
    world.load(account.owes("470.00"));
    assertThat(world.caseOf(account).number()).isEqualTo(withdrawn.number());
    assertThat(withdrawn.facts().status()).isEqualTo(Status.CLOSED);
  }
}
