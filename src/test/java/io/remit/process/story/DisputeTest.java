package io.remit.process.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.entry;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;

import io.remit.cases.CollectionCase.CloseReason;
import io.remit.cases.CollectionCase.Status;
import io.remit.hold.Hold;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

/** Who says that he does not owe this is left in peace until he has an answer, with its reasons. */
@ProcessTest
class DisputeTest {

  @Autowired
  private CaseWorld world;

  private ArrearsRow account;
  private ProcessInstance dispute;

  /** Disputed in a call on Monday, 3 September, 85 days past due. */
  private TestedCase caseDisputed() {
    account = world.account(85);
    TestedCase opened = world.open(account);
    world.moveTo("2007-09-03T09:00:00Z");
    opened.submit(Worker.COLLECTOR, Map.of("outcome", "DISPUTED", "note", "Says that the goods never came"));
    dispute = opened.matter("dispute");
    return opened;
  }

  /** Another person lets it happen. */
  private static void approve(TestedCase disputed) {
    disputed.submit(Worker.OTHER_SUPERVISOR, disputed.task("task_approve_change"), Map.of("outcome", "APPROVED"));
  }

  @Test
  void aRejectedDisputeIsAnsweredWithItsReasonsBeforeCollectionGoesOn() {
    TestedCase disputed = caseDisputed();
    assertThat(disputed.openTask()).isEqualTo("task_decide_dispute 2007-10-03T06:00:00Z");
    assertThat(disputed.dueDates(dispute)).containsOnly(entry("answer_late", Instant.parse("2007-10-04T06:00:00Z")));
    world.moveTo("2007-09-12T10:00:00Z");

    disputed.submit(Worker.SUPERVISOR, Map.of("outcome", "REJECTED", "reason", "DELIVERED", "note", "Signed receipt"));

    assertThat(dispute).isEnded().hasPassedInOrder("task_decide_dispute", "which_decision", "tell_reasons",
        "release_hold", "end_rejected", "end_decided")
        .hasNotPassed("answer_late", "correct_account", "ended_elsewhere");
    assertThat(disputed.process()).hasPassedInOrder("hold_raised_in_contact", "held", "what_changed", "decide_stage")
        .isWaitingAt("stage_visit");
    assertThat(disputed.facts().status()).isEqualTo(Status.OPEN);
    assertThat(disputed.dueDates()).containsOnly(entry("visit_treatment_due", Instant.parse("2007-09-12T10:00:00Z")),
        entry("timer_legal_due", Instant.parse("2007-12-07T06:00:00Z")));
    assertThat(disputed.messages()).isEmpty();
    world.runContactWork();
    assertThat(disputed.messages())
        .containsExactly("2007-09-12T10:00:00Z EMAIL dispute-rejected-delivered-email");
    assertThat(disputed.holds()).singleElement().satisfies(hold -> {
      assertThat(hold.decision()).isEqualTo("RESUMED");
      assertThat(hold.releasedAt()).isEqualTo(Instant.parse("2007-09-12T10:00:00Z"));
    });
  }

  @Test
  void theAnswerGoesOutAlsoAtNightAndToWhomNoOtherMessageMayReach() {
    TestedCase disputed = caseDisputed();
    disputed.hold(Hold.Reason.CREDITOR_REQUEST, "2007-09-20");
    world.moveTo("2007-09-12T23:00:00Z");

    disputed.submit(Worker.SUPERVISOR, disputed.task("task_decide_dispute"),
        Map.of("outcome", "REJECTED", "reason", "NOT_PAID", "note", "Nothing came in"));
    world.runContactWork();

    assertThat(disputed.process()).isWaitingAtExactly("held");
    assertThat(disputed.messages()).containsExactly("2007-09-12T23:00:00Z EMAIL dispute-rejected-not-paid-email");
    assertThat(disputed.facts().status()).isEqualTo(Status.HELD);
    world.moveDays(5);
    assertThat(disputed.messages()).hasSize(1);
  }

  @Test
  void whoHasNoEmailIsAnsweredByLetter() {
    TestedCase opened = world.open(world.account(40).without("email"));
    opened.hold(Hold.Reason.DISPUTE, "2007-09-20");

    opened.submit(Worker.OTHER_SUPERVISOR, Map.of("outcome", "REJECTED",
        "reason", "AMOUNT_RIGHT", "note", "As agreed"));
    world.runContactWork();

    assertThat(opened.messages())
        .containsExactly("2007-09-03T08:00:00Z LETTER dispute-rejected-amount-right-letter");
  }

  @Test
  void whoCannotBeWrittenToHasNoAnswerAndTheTimelineSaysSo() {
    TestedCase opened = world.open(world.account(40).without("email", "address", "city"));
    opened.hold(Hold.Reason.DISPUTE, "2007-09-20");

    opened.submit(Worker.OTHER_SUPERVISOR, Map.of("outcome", "REJECTED",
        "reason", "AMOUNT_RIGHT", "note", "As agreed"));
    world.runContactWork();

    assertThat(opened.contacts()).isEmpty();
    assertThat(opened.timeline("ANSWER"))
        .containsExactly("There is no address to send the answer to: dispute-rejected-amount-right");
  }

  @Test
  void aDebtorWhoIsRightIsToldAndNotCollectedFromAgainWhateverLaterFilesSay() {
    TestedCase disputed = caseDisputed();

    disputed.submit(Worker.SUPERVISOR, "UPHELD_CLOSE");
    approve(disputed);

    assertThat(dispute).isEnded().hasPassedInOrder("which_decision", "tell_upheld", "uphold_objection", "end_upheld")
        .hasNotPassed("release_hold", "ended_elsewhere");
    assertThat(disputed.process()).isEnded().hasPassedInOrder("held", "what_changed", "end_withdrawn");
    assertThat(disputed.facts().closeReason()).isEqualTo(CloseReason.WITHDRAWN);
    world.runContactWork();
    assertThat(disputed.messages()).containsExactly("2007-09-03T09:00:00Z EMAIL dispute-upheld-email");
    world.moveDays(1);
    world.load(account);
    assertThat(world.caseOf(account).number()).isEqualTo(disputed.number());
    assertThat(disputed.facts().status()).isEqualTo(Status.CLOSED);
  }

  @Test
  void anAmountThatWasWrongIsCorrectedAndTheRestIsCollected() {
    TestedCase disputed = caseDisputed();

    disputed.submit(Worker.SUPERVISOR, Map.of("outcome", "UPHELD_CORRECT", "accountNumber", account.accountNumber(),
        "correctedAmount", "160.50"));
    approve(disputed);

    assertThat(dispute).isEnded().hasPassedInOrder("which_decision", "correct_account", "tell_corrected",
        "end_corrected").hasNotPassed("release_hold", "uphold_objection", "ended_elsewhere");
    assertThat(world.outstanding(account)).isEqualTo(new BigDecimal("160.50"));
    assertThat(disputed.timeline("BOOKED")).containsExactly(
        "Booked: correction: EUR -299.50, The debtor's dispute was upheld");
    assertThat(disputed.process()).hasPassedInOrder("held", "what_changed", "decide_stage")
        .isWaitingAt("stage_telephone");
    assertThat(disputed.facts().status()).isEqualTo(Status.OPEN);
    assertThat(disputed.dueDates()).containsEntry("timer_visit_due", Instant.parse("2007-09-08T06:00:00Z"));
    world.runContactWork();
    assertThat(disputed.messages()).containsExactly("2007-09-03T09:00:00Z EMAIL dispute-corrected-email");
  }

  @Test
  void aCorrectionToNothingCuresTheCase() {
    TestedCase disputed = caseDisputed();

    disputed.submit(Worker.SUPERVISOR, Map.of("outcome", "UPHELD_CORRECT", "accountNumber", account.accountNumber(),
        "correctedAmount", "0"));
    approve(disputed);

    assertThat(dispute).isEnded().hasPassedInOrder("correct_account", "tell_corrected", "end_corrected")
        .hasNotPassed("ended_elsewhere");
    assertThat(disputed.process()).isEnded().hasPassedInOrder("held", "what_changed", "end_cured");
    assertThat(disputed.facts().closeReason()).isEqualTo(CloseReason.CURED);
    assertThat(disputed.holds()).singleElement()
        .satisfies(hold -> assertThat(hold.decision()).isEqualTo("UPHELD_CORRECT"));
    assertThat(world.outstanding(account)).isEqualByComparingTo("0");
  }

  @Test
  void aCorrectionDoesNotEndAnotherReasonToPause() {
    TestedCase disputed = caseDisputed();
    disputed.hold(Hold.Reason.INSOLVENCY, "2007-09-20");

    disputed.submit(Worker.SUPERVISOR, disputed.task("task_decide_dispute"), Map.of("outcome", "UPHELD_CORRECT",
        "accountNumber", account.accountNumber(), "correctedAmount", "160.50"));
    approve(disputed);

    assertThat(dispute).isEnded();
    assertThat(disputed.process()).isWaitingAtExactly("held");
    assertThat(disputed.facts().status()).isEqualTo(Status.HELD);
    world.moveDays(30);
    assertThat(disputed.messages()).containsExactly("2007-09-03T09:00:00Z EMAIL dispute-corrected-email");
  }

  @Test
  void aDecisionCanWaitUntilADayWithoutTheDebtorBeingDisturbed() {
    TestedCase disputed = caseDisputed();

    disputed.submit(Worker.SUPERVISOR, Map.of("outcome", "MORE_TIME", "moreTimeUntil", "2007-10-20"));

    assertThat(dispute).isWaitingAt("more_time");
    assertThat(disputed.openTask()).isEqualTo("none");
    assertThat(disputed.dueDates(dispute)).containsOnly(entry("more_time", Instant.parse("2007-10-20T06:00:00Z")));
    assertThat(disputed.holds().get(0).answerBy()).isEqualTo(LocalDate.of(2007, 10, 20));
    world.moveTo("2007-10-20T06:00:00Z");
    assertThat(disputed.openTask()).isEqualTo("task_decide_dispute 2007-10-20T06:00:00Z");
    assertThat(disputed.dueDates(dispute)).containsOnly(entry("answer_late", Instant.parse("2007-10-21T06:00:00Z")));
    assertThat(disputed.process()).isWaitingAtExactly("held").hasNotPassed("timer_visit_due");
    assertThat(disputed.messages()).isEmpty();
  }

  @Test
  void anAnswerThatIsLateGoesToTheTopAndIsStillDecidedByAPerson() {
    TestedCase disputed = caseDisputed();

    world.moveTo("2007-10-04T05:59:59Z");
    assertThat(disputed.task().getPriority()).isEqualTo(50);
    world.moveTo("2007-10-04T06:00:00Z");

    assertThat(dispute).hasPassedInOrder("answer_late", "mark_late", "end_marked_late")
        .isWaitingAt("task_decide_dispute");
    Task late = disputed.task();
    assertThat(late.getPriority()).isEqualTo(100);
    assertThat(disputed.timeline("DISPUTE")).containsExactly("The answer to the dispute is late");
    assertThat(disputed.dueDates(dispute)).isEmpty();
    world.moveDays(200);
    assertThat(disputed.process()).isWaitingAtExactly("held");
    assertThat(disputed.messages()).isEmpty();
  }

  @Test
  void aPaymentOfEverythingEndsTheDisputeAndOneOfAPartDoesNot() {
    TestedCase disputed = caseDisputed();

    world.pay(account, "100.00");
    assertThat(dispute).isWaitingAt("task_decide_dispute");
    assertThat(disputed.process()).isWaitingAtExactly("held");
    world.pay(account, "360.00");

    assertThat(dispute).isEnded().hasPassedInOrder("ended_elsewhere", "end_elsewhere").hasNotPassed("which_decision");
    assertThat(disputed.process()).isEnded().hasPassedInOrder("held", "what_changed", "end_cured");
    assertThat(disputed.openTask()).isEqualTo("none");
    assertThat(disputed.messages()).isEmpty();
  }

  @ParameterizedTest(name = "{1} {2} {3} {4}")
  @CsvSource(delimiter = '|', value = {
      "outcome: must be one of     | PAID           |         |        |            |          ",
      "accountNumber: must be an   | UPHELD_CORRECT | A0      | 10.00  |            |          ",
      "correctedAmount: must be an | UPHELD_CORRECT | own     | -10.00 |            |          ",
      "correctedAmount: has more   | UPHELD_CORRECT | own     | 10.001 |            |          ",
      "correctedAmount: must be le | UPHELD_CORRECT | own     | 460.00 |            |          ",
      "correctedAmount: must be le | UPHELD_CORRECT | own     | 500    |            |          ",
      "reason: must be one of      | REJECTED       |         |        | LIES       | So it is ",
      "note: say what speaks       | REJECTED       |         |        | NOT_PAID   |          ",
      "moreTimeUntil: must be a da | MORE_TIME      |         |        |            |          "})
  void whatCannotBeDecidedIsRefusedAndNothingIsBooked(String message, String outcome, String number, String amount,
      String reason, String note) {
    TestedCase disputed = caseDisputed();
    Map<String, Object> fields = new HashMap<>(Map.of("outcome", outcome));
    fields.put("accountNumber", "own".equals(number) ? account.accountNumber() : number);
    fields.put("correctedAmount", amount);
    fields.put("reason", reason);
    fields.put("note", note);

    assertThatThrownBy(() -> disputed.submit(Worker.SUPERVISOR, fields)).hasMessageContaining(message);

    assertThat(disputed.openTask()).isEqualTo("task_decide_dispute 2007-10-03T06:00:00Z");
    assertThat(disputed.timeline("BOOKED")).isEmpty();
    assertThat(world.outstanding(account)).isEqualTo(new BigDecimal("460.00"));
    assertThat(disputed.holds()).singleElement().satisfies(hold -> assertThat(hold.inForce()).isTrue());
  }

  @Test
  void aMoreDistantDayThanTheRuleAllowsIsRefused() {
    TestedCase disputed = caseDisputed();

    assertThatThrownBy(() -> disputed.submit(Worker.SUPERVISOR,
        Map.of("outcome", "MORE_TIME", "moreTimeUntil", "2007-12-03")))
        .hasMessageContaining("moreTimeUntil: must lie ahead, not after 2007-12-02");
  }
}
