package io.remit.process.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;

import io.remit.cases.Stage;
import io.remit.process.CaseModel;
import java.time.Instant;
import java.util.Arrays;
import java.util.Locale;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

/** Which stage a case is in at which age, and when its debtor is contacted then. */
@ProcessTest
class AgingTest {

  @Autowired
  private CaseWorld world;

  @ParameterizedTest(name = "{0} days past due: {1}")
  @CsvSource({"-30, REMINDER", "-4, REMINDER", "-3, REMINDER", "0, REMINDER", "6, REMINDER", "7, MESSAGE",
      "29, MESSAGE", "30, TELEPHONE", "89, TELEPHONE", "90, VISIT", "179, VISIT", "180, LEGAL", "364, LEGAL",
      "365, OUTSOURCING", "400, OUTSOURCING"})
  void aNewCaseEntersTheStageOfItsAgeAndNoOther(int daysPastDue, Stage stage) {
    TestedCase opened = world.open(world.account(daysPastDue));

    String element = CaseModel.elementOf(stage);
    assertThat(opened.process()).hasPassedInOrder("case_opened", "decide_stage", "stages_begin", "which_stage")
        .isWaitingAt(element);
    for (Stage other : Stage.values()) {
      if (other != stage) {
        assertThat(opened.process()).isNotWaitingAt(CaseModel.elementOf(other))
            .hasNotPassed(CaseModel.elementOf(other));
      }
    }
    assertThat(opened.facts().stage()).isEqualTo(stage);
    assertThat(opened.timeline("STAGE")).containsExactly("Entered stage " + stage);
  }

  @Test
  void aNewCaseOf400DaysIsReviewedForOutsourcingOnTheSameDay() {
    TestedCase opened = world.open(world.account(400));

    assertThat(opened.dueDates()).containsOnly(
        entry("outsourcing_treatment_due", world.now()));

    world.moveTo("2007-09-03T09:00:00Z");
    assertThat(opened.process()).isWaitingAtExactly("in_collection", "stage_outsourcing", "place_in_outsourcing");
    assertThat(opened.called("placement")).isWaitingAt("task_approve_placement");
  }

  @Test
  void aDebtorIsRemindedThreeDaysBeforeTheDueDateOrOnTheMondayAfterAndNotSooner() {
    TestedCase opened = world.open(world.account(-30));

    assertThat(opened.dueDates()).containsOnly(
        entry("reminder_treatment_due", Instant.parse("2007-10-01T09:00:00Z")),
        entry("timer_message_due", Instant.parse("2007-10-10T06:00:00Z")));
    world.moveTo("2007-10-01T08:59:59Z");
    assertThat(opened.messages()).isEmpty();
    world.moveTo("2007-10-01T09:00:00Z");
    assertThat(opened.messages()).containsExactly("2007-10-01T09:00:00Z SMS reminder-sms");
  }

  /** The stage follows the creditor's clock, the call the debtor's. */
  @ParameterizedTest(name = "{0}, day 30 is {1}: call at {3}")
  @CsvSource({
      "America/New_York, 2007-09-04, 2007-09-04T06:00:00Z, 2007-09-04T12:00:00Z, 2007-09-05T01:00:00Z",
      "Asia/Shanghai,    2007-09-04, 2007-09-04T06:00:00Z, 2007-09-04T06:00:00Z, 2007-09-04T14:00:00Z",
      "Pacific/Honolulu, 2007-09-04, 2007-09-04T06:00:00Z, 2007-09-04T06:00:00Z, 2007-09-04T07:00:00Z",
      "Europe/Berlin,    2007-09-04, 2007-09-04T06:00:00Z, 2007-09-04T07:00:00Z, 2007-09-04T18:00:00Z",
      // the last day of summer time, its Sunday of 25 hours, and the first Monday of winter time
      "Europe/Berlin,    2007-10-27, 2007-10-27T06:00:00Z, 2007-10-27T07:00:00Z, 2007-10-27T18:00:00Z",
      "Europe/Berlin,    2007-10-28, 2007-10-28T06:00:00Z, 2007-10-29T08:00:00Z, 2007-10-29T19:00:00Z",
      "Europe/Berlin,    2007-10-29, 2007-10-29T06:00:00Z, 2007-10-29T08:00:00Z, 2007-10-29T19:00:00Z",
      // and back again in spring
      "Europe/Berlin,    2008-03-29, 2008-03-29T06:00:00Z, 2008-03-29T08:00:00Z, 2008-03-29T19:00:00Z",
      "Europe/Berlin,    2008-03-30, 2008-03-30T06:00:00Z, 2008-03-31T07:00:00Z, 2008-03-31T18:00:00Z",
      "Etc/UTC,          2007-09-09, 2007-09-09T06:00:00Z, 2007-09-10T09:00:00Z, 2007-09-10T20:00:00Z"})
  void aCaseOf29DaysIsCalledOnDay30InTheDebtorsHoursAndNotBefore(String zone, String day30, Instant stageAt,
      Instant callAt, Instant callUntil) {
    world.clock(Instant.parse(day30 + "T03:00:00Z").minusSeconds(86_400));
    TestedCase opened = world.open(world.account(29).in(zone));

    assertThat(opened.process()).isWaitingAt("stage_message");
    assertThat(opened.dueDates()).containsEntry("timer_telephone_due", stageAt);

    world.moveTo(stageAt.minusMillis(1));
    assertThat(opened.process()).isWaitingAt("stage_message").hasNotPassed("timer_telephone_due");

    world.moveTo(stageAt);
    assertThat(opened.process()).hasPassedInOrder("message_begins", "timer_telephone_due", "telephone_begins")
        .isWaitingAt("stage_telephone");
    assertThat(opened.facts().stageEnteredAt()).isEqualTo(stageAt);

    if (callAt.isAfter(stageAt)) {
      assertThat(opened.dueDates()).containsEntry("telephone_treatment_due", callAt);
      world.moveTo(callAt.minusMillis(1));
      assertThat(opened.openTask()).isEqualTo("none");
    }
    world.moveTo(callAt);
    assertThat(opened.called("call-debtor")).isWaitingAt("task_call_debtor");
    assertThat(opened.openTask()).isEqualTo("task_call_debtor " + callUntil);
    assertThat(opened.process()).hasPassedInOrder("telephone_treatment_due", "decide_telephone_treatment",
        "which_telephone_treatment").hasNotPassed("send_telephone_message");
  }

  @ParameterizedTest(name = "{0} days past due")
  @CsvSource({
      "0,   timer_message_due,     2007-09-10T06:00:00Z",
      "7,   timer_telephone_due,   2007-09-26T06:00:00Z",
      "30,  timer_visit_due,       2007-11-02T06:00:00Z",
      "90,  timer_legal_due,       2007-12-02T06:00:00Z",
      "180, timer_outsourcing_due, 2008-03-06T06:00:00Z"})
  void theNextStageIsDueAtSixOnTheDayOfItsThreshold(int daysPastDue, String timer, Instant due) {
    TestedCase opened = world.open(world.account(daysPastDue));

    assertThat(opened.dueDates()).containsEntry(timer, due);
    assertThat(Arrays.stream(Stage.values()).filter(stage -> opened.dueDates()
        .containsKey("timer_" + stage.name().toLowerCase(Locale.ROOT) + "_due"))).hasSize(1);
  }
}
