package io.remit.process.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;

import io.remit.cases.CollectionCase.Status;
import io.remit.cases.Stage;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

/** A case from the reminder to outsourcing, by its timers alone. */
@ProcessTest
class WholeLifeTest {

  @Autowired
  private CaseWorld world;

  @Test
  void aCaseThatNobodyWorksPassesAllStagesInOrder() {
    TestedCase opened = world.open(world.account(-30));

    world.moveDays(430);

    assertThat(opened.process()).hasPassedInOrder("case_opened", "decide_stage", "which_stage",
        "reminder_treatment_due", "send_reminder_message", "timer_message_due",
        "message_treatment_due", "send_message_message", "send_message_message", "send_message_message",
        "send_message_message", "timer_telephone_due",
        "telephone_treatment_due", "timer_visit_due",
        "visit_treatment_due", "decide_visit_eligibility", "timer_legal_due",
        "legal_treatment_due", "send_legal_message", "timer_outsourcing_due",
        "outsourcing_treatment_due")
        .hasNotPassed("case_changed", "held", "send_telephone_message", "send_visit_message",
            "send_outsourcing_message", "visit_in_visit", "end_cured", "end_paid", "end_withdrawn")
        .isWaitingAtExactly("in_collection", "stage_outsourcing", "place_in_outsourcing");
    assertThat(opened.timeline("STAGE")).containsExactly("Entered stage REMINDER", "Entered stage MESSAGE",
        "Entered stage TELEPHONE", "Entered stage VISIT", "Entered stage LEGAL", "Entered stage OUTSOURCING");
    assertThat(world.timeline.of(opened.number()).stream().filter(event -> event.type().equals("STAGE"))
        .map(event -> event.at().toString())).containsExactly("2007-09-03T08:00:00Z", "2007-10-10T06:00:00Z",
            "2007-11-02T06:00:00Z", "2008-01-01T06:00:00Z", "2008-03-31T06:00:00Z", "2008-10-02T06:00:00Z");
  }

  @Test
  void onTheWayTheDebtorIsWrittenToByEachChannelInItsTurn() {
    TestedCase opened = world.open(world.account(-30));

    world.moveDays(430);

    assertThat(opened.messages()).containsExactly(
        // three days before the due date is a Sunday
        "2007-10-01T09:00:00Z SMS reminder-sms",
        "2007-10-10T09:00:00Z SMS overdue-sms",
        "2007-10-15T09:00:00Z EMAIL overdue-email",
        // six days later is a Sunday
        "2007-10-22T09:00:00Z SMS overdue-sms",
        "2007-10-29T09:00:00Z LETTER overdue-letter",
        "2008-03-31T09:00:00Z LETTER before-court-letter");
    assertThat(opened.contacts()).hasSize(6);
    assertThat(world.filesIn("outbox")).hasSize(6);
    assertThat(opened.facts().status()).isEqualTo(Status.OPEN);
    assertThat(opened.facts().stage()).isEqualTo(Stage.OUTSOURCING);
    assertThat(opened.facts().treatmentsInStage()).as("the officer has not decided yet").isZero();
    assertThat(opened.openTask()).isEqualTo("task_approve_placement 2008-10-16T06:00:00Z");
  }

  @Test
  void oneReminderIsEnough() {
    TestedCase opened = world.open(world.account(0));

    world.moveTo("2007-09-10T05:59:59Z");

    assertThat(opened.messages()).containsExactly("2007-09-03T09:00:00Z SMS reminder-sms");
    assertThat(opened.process()).isWaitingAt("stage_reminder").isNotWaitingAt("wait_in_reminder");
  }

  @Test
  void afterTheReminderTheCaseWaitsForTheNextStage() {
    TestedCase opened = world.open(world.account(-3));

    world.moveTo("2007-09-11T00:00:00Z");

    assertThat(opened.messages()).containsExactly("2007-09-03T09:00:00Z SMS reminder-sms");
    assertThat(opened.process()).isWaitingAt("wait_in_reminder");
    assertThat(opened.dueDates()).containsOnlyKeys("timer_message_due");
  }

  @Test
  void whoHasOnlyAnAddressGetsLetters() {
    TestedCase opened = world.open(world.account(-3).without("phone", "email"));

    world.moveTo("2007-10-01T00:00:00Z");

    assertThat(opened.messages()).containsExactly("2007-09-03T09:00:00Z LETTER reminder-letter",
        "2007-09-13T09:00:00Z LETTER overdue-letter", "2007-09-24T09:00:00Z LETTER overdue-letter");
  }

  /** The creditor moves the due date every two weeks, so that the stage never ends. */
  @ParameterizedTest(name = "{0}: {2} messages")
  @CsvSource({"MESSAGE, 7, 4", "TELEPHONE, 30, 12", "VISIT, 90, 9"})
  void aStageThatLastsLongerThanItsTreatmentsWaitsInQuiet(Stage stage, int daysPastDue, int messages) {
    ArrearsRow account = world.account(daysPastDue).without(stage == Stage.MESSAGE ? "city" : "phone");
    TestedCase opened = world.open(account);

    for (int fortnight = 0; fortnight < 30; fortnight++) {
      world.moveDays(14);
      world.load(account.asOf(world.today()).daysPastDue(daysPastDue));
    }

    assertThat(opened.process()).isWaitingAt("wait_in_" + stage.name().toLowerCase(Locale.ROOT))
        .hasNotPassed("case_changed");
    assertThat(opened.messages()).hasSize(messages);
    assertThat(opened.timeline("STAGE")).containsExactly("Entered stage " + stage);
  }
}
