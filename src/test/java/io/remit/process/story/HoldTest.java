package io.remit.process.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.entry;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;

import io.remit.cases.Channel;
import io.remit.cases.CollectionCase.CloseReason;
import io.remit.cases.CollectionCase.Status;
import io.remit.cases.InvalidInputException;
import io.remit.cases.MatterKey;
import io.remit.contact.ContactAttempt;
import io.remit.contact.channel.GatewayUnavailableException;
import io.remit.evidence.EvidenceFile;
import io.remit.hold.Hold;
import io.remit.hold.HoldEntry;
import io.remit.hold.HoldRequest;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

/** Who objects or is in need is left in peace until a supervisor has decided. */
@ProcessTest
class HoldTest {

  @Autowired
  private CaseWorld world;
  @Autowired
  private EvidenceFile evidence;
  @Autowired
  private HoldEntry entry;

  private ArrearsRow account;

  /** Paused for the creditor on Monday, 3 September, 85 days past due. */
  private TestedCase casePaused() {
    account = world.account(85);
    TestedCase opened = world.open(account);
    world.moveTo("2007-09-03T09:00:00Z");
    opened.hold(Hold.Reason.CREDITOR_REQUEST, "2007-09-10");
    return opened;
  }

  @ParameterizedTest
  @CsvSource({"DISPUTED, raise_dispute, end_disputed, DISPUTE, dispute, task_decide_dispute 2007-10-03T06:00:00Z",
      "HARDSHIP, raise_hardship, end_hardship, HARDSHIP, hardship, none"})
  void anObjectionOrHardshipPausesTheCaseUntilASupervisorDecides(String outcome, String step, String end,
      Hold.Reason reason, String model, String task) {
    TestedCase opened = world.open(world.account(85));
    world.moveTo("2007-09-03T09:00:00Z");
    ProcessInstance call = opened.called("call-debtor");

    opened.submit(Worker.COLLECTOR, Map.of("outcome", outcome, "note", "Please write instead"));

    assertThat(call).isEnded().hasPassedInOrder("task_call_debtor", "which_outcome", step, end);
    assertThat(opened.process()).hasPassedInOrder("hold_raised_in_contact").hasNotPassed("case_changed", "what_changed")
        .isWaitingAtExactly("held");
    assertThat(opened.matter(model)).isActive();
    assertThat(opened.openTask()).isEqualTo(task);
    assertThat(opened.facts().status()).isEqualTo(Status.HELD);
    assertThat(opened.holds()).singleElement().satisfies(hold -> {
      assertThat(hold.reason()).isEqualTo(reason);
      assertThat(hold.note()).isEqualTo("Please write instead");
      assertThat(hold.raisedBy()).isEqualTo("collector1");
      assertThat(hold.inForce()).isTrue();
    });
  }

  @Test
  void aSupervisorPausesACaseForWhatItsDebtorWroteWhateverGoesOnInIt() {
    TestedCase opened = world.open(world.account(85));
    world.moveTo("2007-09-03T09:00:00Z");
    ProcessInstance call = opened.called("call-debtor");

    opened.hold(Hold.Reason.CREDITOR_REQUEST, "2007-09-20");

    assertThat(call).isEnded().hasNotPassed("which_outcome");
    assertThat(opened.process()).hasPassedInOrder("case_changed", "what_changed")
        .hasNotPassed("hold_raised_in_contact").isWaitingAtExactly("held");
    assertThat(opened.openTask()).isEqualTo("task_review_hold 2007-09-20T06:00:00Z");
    assertThat(opened.dueDates()).isEmpty();
    assertThat(opened.holds()).hasSize(1);
    assertThat(opened.facts().status()).isEqualTo(Status.HELD);
  }

  @Test
  void whileACaseIsHeldNothingIsSentAndNoStageComes() {
    TestedCase held = casePaused();
    assertThat(held.dueDates()).isEmpty();

    world.moveDays(400);
    world.load(account);

    assertThat(held.process()).isWaitingAtExactly("held").hasNotPassed("timer_visit_due", "stage_visit");
    assertThat(held.contacts()).isEmpty();
    assertThat(held.facts().status()).isEqualTo(Status.HELD);
    assertThat(held.openTask()).isEqualTo("task_review_hold 2007-09-10T06:00:00Z");
  }

  @Test
  void collectionGoesOnInTheStageOfTheAgeThatTheCaseHasThen() {
    TestedCase held = casePaused();
    ProcessInstance review = held.matter("hold-review");
    world.moveTo("2007-09-10T10:00:00Z");

    held.submit(Worker.SUPERVISOR, Map.of("outcome", "RESUME", "note", "Goods were delivered"));

    assertThat(review).isEnded().hasPassedInOrder("task_review_hold", "which_decision", "release_hold", "end_decided",
        "end_over").hasNotPassed("hold_extended", "uphold_objection", "hold_runs_out", "hold_ended_elsewhere");
    assertThat(held.process()).hasPassedInOrder("decide_stage", "case_changed", "held",
        "what_changed", "decide_stage", "which_stage").isWaitingAt("stage_visit")
        .hasNotPassed("timer_visit_due");
    assertThat(held.facts().status()).isEqualTo(Status.OPEN);
    assertThat(held.dueDates()).containsOnly(entry("visit_treatment_due", Instant.parse("2007-09-10T10:00:00Z")),
        entry("timer_legal_due", Instant.parse("2007-12-07T06:00:00Z")));
    assertThat(held.holds()).singleElement().satisfies(hold -> {
      assertThat(hold.decision()).isEqualTo("RESUMED");
      assertThat(hold.releasedAt()).isEqualTo(Instant.parse("2007-09-10T10:00:00Z"));
    });
  }

  @Test
  void aPauseCanBeMadeLongerUntilADayOnWhichItIsLookedAtAgain() {
    TestedCase held = casePaused();
    ProcessInstance review = held.matter("hold-review");

    held.submit(Worker.SUPERVISOR, Map.of("outcome", "EXTEND", "reviewDate", "2007-10-01"));

    assertThat(review).isWaitingAt("hold_extended");
    assertThat(held.openTask()).isEqualTo("none");
    assertThat(held.dueDates()).isEmpty();
    assertThat(held.dueDates(review)).containsEntry("hold_extended", Instant.parse("2007-10-01T06:00:00Z"));
    assertThat(held.holds().get(0).reviewOn()).isEqualTo(LocalDate.of(2007, 10, 1));
    world.moveTo("2007-10-01T05:59:59Z");
    assertThat(held.openTask()).isEqualTo("none");
    world.moveTo("2007-10-01T06:00:00Z");
    assertThat(held.openTask()).isEqualTo("task_review_hold 2007-10-01T06:00:00Z");
    assertThat(review).hasPassedInOrder("task_review_hold", "which_decision", "hold_extended");
    assertThat(held.process()).isWaitingAtExactly("held");
  }

  @Test
  void aDebtorWhoIsRightIsNotCollectedFromAgainWhateverLaterFilesSay() {
    TestedCase held = casePaused();
    ProcessInstance review = held.matter("hold-review");

    held.submit(Worker.OTHER_SUPERVISOR, "UPHELD");
    held.submit(Worker.THIRD_SUPERVISOR, "APPROVED");

    assertThat(review).isEnded().hasPassedInOrder("which_decision", "uphold_objection", "end_upheld")
        .hasNotPassed("release_hold");
    assertThat(held.process()).isEnded().hasPassedInOrder("held", "what_changed", "end_withdrawn")
        .hasNotPassed("end_cured", "end_paid");
    assertThat(held.facts().status()).isEqualTo(Status.CLOSED);
    assertThat(held.facts().closeReason()).isEqualTo(CloseReason.WITHDRAWN);
    assertThat(held.holds().get(0).decision()).isEqualTo("UPHELD");

    world.moveDays(1);
    world.load(account);
    world.loadComplete(account.with("product", "UPHELD").owes("470.00"));
    assertThat(world.caseOf(account).number()).isEqualTo(held.number());
    assertThat(held.facts().status()).isEqualTo(Status.CLOSED);
    assertThat(world.cases.find(held.number())).isPresent();
    assertThat(openCasesOf(account)).isZero();
  }

  @Test
  void aPaymentOfEverythingClosesTheCaseDuringThePause() {
    TestedCase held = casePaused();
    ProcessInstance review = held.matter("hold-review");

    world.pay(account, "460.00");

    assertThat(held.process()).isEnded().hasPassedInOrder("case_changed", "held", "what_changed",
        "end_cured").hasNotPassed("hold_raised_in_contact");
    assertThat(review).isEnded().hasPassedInOrder("hold_ended_elsewhere", "end_elsewhere")
        .hasNotPassed("which_decision", "release_hold");
    assertThat(held.openTask()).isEqualTo("none");
    assertThat(held.facts().closeReason()).isEqualTo(CloseReason.CURED);
    assertThat(held.holds()).singleElement().satisfies(hold -> assertThat(hold.inForce()).isFalse());
  }

  @Test
  void aPaymentOfAPartDoesNotEndThePause() {
    TestedCase held = casePaused();

    world.pay(account, "100.00");

    assertThat(held.process()).isWaitingAtExactly("held").hasNotPassed("end_cured");
    assertThat(held.facts().status()).isEqualTo(Status.HELD);
  }

  @Test
  void theCreditorCanTakeBackACaseDuringThePause() {
    TestedCase held = casePaused();

    assertThat(world.lifecycle.withdraw(held.number(), "supervisor1", "sold")).isTrue();

    assertThat(held.process()).isEnded().hasPassedInOrder("held", "what_changed", "end_withdrawn");
    assertThat(held.facts().closeReason()).isEqualTo(CloseReason.WITHDRAWN);
  }

  @Test
  void aHoldOfEachReasonStopsWhatItsRuleSays() {
    for (Hold.Reason reason : Hold.Reason.values()) {
      TestedCase opened = world.open(world.account(20));
      world.holds.raise(HoldRequest.of(opened.number(), reason, null, "supervisor1"));

      boolean stopsAll = reason != Hold.Reason.VULNERABLE;
      assertThat(opened.facts().status()).as(reason.name()).isEqualTo(stopsAll ? Status.HELD : Status.OPEN);
      if (stopsAll) {
        assertThat(opened.process()).isWaitingAtExactly("held");
      } else {
        assertThat(opened.process()).isWaitingAt("stage_message").hasNotPassed("case_changed");
        assertThat(opened.facts().heldChannels()).containsExactlyInAnyOrder(Channel.VISIT, Channel.ROBOT_CALL);
      }
      assertThat(opened.matter(reason == Hold.Reason.DISPUTE ? "dispute"
          : reason == Hold.Reason.HARDSHIP ? "hardship" : "hold-review") != null).as(reason.name())
          .isEqualTo(reason.isReviewed());
      world.moveDays(30);
      assertThat(opened.contacts().isEmpty()).as(reason.name()).isEqualTo(stopsAll);
    }
  }

  @Test
  void ofSeveralHoldsTheLastLetsCollectionGoOn() {
    TestedCase opened = world.open(world.account(20));
    MatterKey creditors = opened.hold(Hold.Reason.CREDITOR_REQUEST, "2007-09-20");
    MatterKey insolvency = opened.hold(Hold.Reason.INSOLVENCY, "2007-09-25");
    MatterKey frail = opened.hold(Hold.Reason.VULNERABLE, "2007-09-25");
    world.moveTo("2007-09-10T10:00:00Z");

    opened.submit(Worker.SUPERVISOR, taskOf(creditors), Map.of("outcome", "RESUME"));

    assertThat(opened.process()).isWaitingAtExactly("held").hasNotPassed("stage_telephone");
    assertThat(opened.facts().status()).isEqualTo(Status.HELD);
    opened.submit(Worker.SUPERVISOR, taskOf(insolvency), Map.of("outcome", "RESUME"));
    assertThat(opened.facts().status()).isEqualTo(Status.OPEN);
    assertThat(opened.process()).isWaitingAt("stage_message");
    assertThat(opened.facts().heldChannels()).containsExactlyInAnyOrder(Channel.VISIT, Channel.ROBOT_CALL);
    assertThat(opened.holds()).filteredOn(Hold::inForce).extracting(Hold::key).containsExactly(frail);
    assertThat(opened.contacts()).isEmpty();
  }

  @Test
  void aHoldWithAnEndIsOverByItselfOnItsDay() {
    TestedCase opened = world.open(world.account(20));
    world.holds.raise(new HoldRequest(opened.number(), Hold.Reason.CREDITOR_REQUEST, null, "supervisor1", null,
        LocalDate.parse("2007-09-20")));
    ProcessInstance review = opened.matter("hold-review");
    assertThat(opened.dueDates(review)).containsOnly(entry("hold_runs_out", Instant.parse("2007-09-20T06:00:00Z")));

    world.moveTo("2007-09-20T06:00:00Z");

    assertThat(review).isEnded().hasPassedInOrder("hold_runs_out", "release_hold_in_time", "end_run_out")
        .hasNotPassed("which_decision");
    assertThat(opened.process()).isWaitingAt("stage_telephone");
    assertThat(opened.contacts()).isEmpty();
    assertThat(opened.task("task_review_hold")).isNull();
  }

  @Test
  void breathingSpaceDoesNotMakeTheCaseOlder() {
    TestedCase opened = world.open(world.account(20));
    opened.hold(Hold.Reason.BREATHING_SPACE, "2007-10-03");
    world.moveTo("2007-10-03T10:00:00Z");

    opened.submit(Worker.SUPERVISOR, "RESUME");

    assertThat(opened.facts().ageShift().pausedDays()).isEqualTo(30);
    assertThat(opened.process()).isWaitingAt("stage_message").hasNotPassed("stage_telephone");
    assertThat(opened.dueDates()).containsEntry("timer_telephone_due", Instant.parse("2007-10-13T06:00:00Z"));
    world.moveTo("2007-10-13T06:00:00Z");
    assertThat(opened.process()).isWaitingAt("stage_telephone");
  }

  @Test
  void aDeathIsOnAllCasesOfTheDebtorAndOnThoseThatComeLater() {
    ArrearsRow first = world.account(20);
    ArrearsRow second = world.accountOf(first.debtorId(), 40).currency("USD");
    TestedCase inEuro = world.open(first);
    TestedCase inDollar = world.open(second);
    world.holds.raise(HoldRequest.of(inEuro.number(), Hold.Reason.DECEASED, "The widow wrote", "supervisor1"));

    assertThat(inDollar.process()).isWaitingAtExactly("held");
    world.pay(first, "460.00");
    assertThat(inEuro.facts().closeReason()).isEqualTo(CloseReason.CURED);

    world.moveDays(1);
    TestedCase inSterling = world.open(world.accountOf(first.debtorId(), 100).currency("GBP"));
    assertThat(inSterling.process()).isWaitingAtExactly("held");
    assertThat(inSterling.holds()).singleElement()
        .satisfies(hold -> assertThat(hold.reason()).isEqualTo(Hold.Reason.DECEASED));
    world.moveDays(30);
    assertThat(inSterling.contacts()).isEmpty();

    inSterling.submit(Worker.SUPERVISOR, "RESUME");
    assertThat(inDollar.facts().status()).isEqualTo(Status.OPEN);
    assertThat(inDollar.matter("hold-review")).isNull();
  }

  @ParameterizedTest
  @CsvSource({"DECEASED, DEATH_CERTIFICATE", "INSOLVENCY, COURT_ORDER", "FRAUD, POLICE_REPORT"})
  void aHoldIsKeptOnOnlyWhenEvidenceOfItWasAccepted(Hold.Reason reason, String kind) {
    TestedCase opened = world.open(world.account(40));
    MatterKey hold = opened.hold(reason, "2007-09-10");
    ProcessInstance review = opened.matter("hold-review");
    Map<String, Object> longer = Map.of("outcome", "EXTEND", "reviewDate", "2007-10-01");

    assertThatThrownBy(() -> opened.submit(Worker.SUPERVISOR, longer)).hasMessageContaining(kind);
    long document = evidence.add(hold, new EvidenceFile.Entered(kind, "An authority", "7/2007", "Folder 12",
        "2007-09-03"), "collector1");
    assertThatThrownBy(() -> opened.submit(Worker.SUPERVISOR, longer)).hasMessageContaining(kind);
    assertThatThrownBy(() -> evidence.judge(hold, document, "ACCEPTED", "collector1"))
        .hasMessageContaining("another person");
    evidence.judge(hold, document, "ACCEPTED", "supervisor1");
    opened.submit(Worker.SUPERVISOR, longer);

    assertThat(review).isWaitingAt("hold_extended");
    assertThat(opened.dueDates(review)).containsOnly(entry("hold_extended", Instant.parse("2007-10-01T06:00:00Z")),
        entry("hold_runs_out", Instant.parse("9999-01-01T00:00:00Z")));
    assertThat(opened.timeline("EVIDENCE")).containsExactly("Evidence was received: " + kind,
        "Evidence was checked: accepted: " + kind);
    world.moveTo("2007-10-01T06:00:00Z");
    assertThat(opened.openTask()).isEqualTo("task_review_hold 2007-10-01T06:00:00Z");
    assertThat(opened.contacts()).isEmpty();
  }

  @Test
  void whoIsAskedInTheDebtorsPlaceIsKnownInAllHisCases() {
    ArrearsRow first = world.account(20);
    TestedCase inEuro = world.open(first);
    TestedCase inDollar = world.open(world.accountOf(first.debtorId(), 40).currency("USD"));
    MatterKey hold = inEuro.hold(Hold.Reason.INSOLVENCY, "2007-10-01");

    assertThatThrownBy(() -> entry.setContact(hold, "Dr. Roy", "0170", "supervisor1"))
        .hasMessageContaining("contactPhone: must be a number");
    entry.setContact(hold, "Dr. Roy", "+442079460007", "supervisor1");

    Hold.Contact administrator = new Hold.Contact("Dr. Roy", "+442079460007");
    assertThat(inEuro.holds()).singleElement().satisfies(on -> assertThat(on.contact()).isEqualTo(administrator));
    assertThat(inDollar.holds()).singleElement().satisfies(on -> assertThat(on.contact()).isEqualTo(administrator));
    MatterKey other = world.open(world.account(20)).hold(Hold.Reason.CREDITOR_REQUEST, "2007-10-01");
    assertThatThrownBy(() -> entry.setContact(other, "Dr. Roy", null, "supervisor1"))
        .hasMessageContaining("contactName: is only for who died, is insolvent or is represented");
    world.moveDays(20);
    assertThat(inEuro.contacts()).isEmpty();
    assertThat(inDollar.contacts()).isEmpty();
  }

  @Test
  void breathingSpaceEndsOnItsDayAndAPaymentMeanwhileChangesNothing() {
    account = world.account(20);
    TestedCase opened = world.open(account);
    entry.raise(opened.number(), new HoldEntry.Entered("BREATHING_SPACE", null, null, "2007-11-02", null, null),
        "supervisor1");
    ProcessInstance review = opened.matter("hold-review");
    assertThat(opened.openTask()).isEqualTo("task_review_hold 2007-10-03T06:00:00Z");
    assertThat(opened.dueDates(review)).containsOnly(entry("hold_runs_out", Instant.parse("2007-11-02T06:00:00Z")));

    world.pay(account, "60.00");
    world.moveTo("2007-11-02T06:00:00Z");

    assertThat(review).isEnded().hasPassedInOrder("hold_runs_out", "release_hold_in_time", "end_run_out");
    assertThat(opened.facts().ageShift().pausedDays()).isEqualTo(60);
    assertThat(opened.process()).isWaitingAt("stage_message");
    assertThat(opened.contacts()).isEmpty();
  }

  @Test
  void breathingSpaceLastsSixtyDaysFromItsBeginningAlsoIfNobodySaysSoAndHoweverOftenItIsExtended() {
    TestedCase opened = world.open(world.account(40));
    entry.raise(opened.number(), entered("BREATHING_SPACE", null, null), "supervisor1");
    ProcessInstance review = opened.matter("hold-review");
    assertThat(opened.dueDates(review)).containsOnly(entry("hold_runs_out", Instant.parse("2007-11-02T06:00:00Z")));
    world.moveTo("2007-10-03T10:00:00Z");

    assertThatThrownBy(() -> opened.submit(Worker.SUPERVISOR, longer("2007-11-03")))
        .hasMessageContaining("reviewDate: must lie ahead, not after 2007-11-02");
    opened.submit(Worker.SUPERVISOR, longer("2007-10-20"));
    world.moveTo("2007-10-20T10:00:00Z");
    opened.submit(Worker.SUPERVISOR, longer("2007-11-02"));
    assertThat(opened.dueDates(review)).containsEntry("hold_runs_out", Instant.parse("2007-11-02T06:00:00Z"));

    world.moveTo("2007-11-02T10:00:00Z");
    assertThat(opened.holds()).noneMatch(Hold::inForce);
    assertThat(opened.facts().status()).isEqualTo(Status.OPEN);
  }

  private static Map<String, Object> longer(String day) {
    return Map.of("outcome", "EXTEND", "reviewDate", day);
  }

  private static HoldEntry.Entered entered(String reason, String note, String from) {
    return new HoldEntry.Entered(reason, note, null, null, null, null, from);
  }

  @Test
  void aSecondPauseForTheSameReasonIsNoWayAroundItsLimit() {
    TestedCase opened = world.open(world.account(40));
    entry.raise(opened.number(), entered("BREATHING_SPACE", null, null), "supervisor1");
    world.moveDays(30);

    assertThatThrownBy(() -> entry.raise(opened.number(), entered("BREATHING_SPACE", null, null), "supervisor1"))
        .isInstanceOf(InvalidInputException.class).hasMessageContaining("reason: is on the case already");

    world.moveDays(31);
    assertThat(opened.facts().status()).isEqualTo(Status.OPEN);
  }

  @Test
  void aPauseThatIsExtendedBeyondItsEndLastsUntilTheNewOneInAllCasesOfTheDebtor() {
    ArrearsRow first = world.account(40);
    TestedCase inEuro = world.open(first);
    TestedCase inDollar = world.open(world.accountOf(first.debtorId(), 40).currency("USD"));
    entry.raise(inEuro.number(), new HoldEntry.Entered("BREATHING_SPACE", null, "2007-09-10", "2007-09-20", null, null),
        "supervisor1");
    world.moveTo("2007-09-10T10:00:00Z");

    inEuro.submit(Worker.SUPERVISOR, longer("2007-10-10"));

    world.moveTo("2007-10-09T10:00:00Z");
    assertThat(inEuro.facts().status()).isEqualTo(Status.HELD);
    assertThat(inDollar.facts().status()).isEqualTo(Status.HELD);
  }

  @Test
  void aPauseHeardOfLateCountsFromItsBeginning() {
    TestedCase opened = world.open(world.account(29));
    world.moveTo("2007-09-04T10:00:00Z");
    assertThat(opened.process()).isWaitingAt("stage_telephone");
    assertThat(opened.openTask()).startsWith("task_call_debtor");

    entry.raise(opened.number(), entered("BREATHING_SPACE", "The adviser wrote only now", "2007-08-15"), "supervisor1");

    assertThat(opened.task("task_call_debtor")).isNull();
    assertThat(opened.holds()).singleElement().satisfies(hold -> {
      assertThat(hold.from()).isEqualTo("2007-08-15");
      assertThat(hold.until()).isEqualTo("2007-10-14");
    });
    assertThat(opened.timeline("HOLD")).containsExactly("Collection is paused: BREATHING_SPACE",
        "The reason to pause began on 2007-08-15");
    world.moveTo("2007-10-14T10:00:00Z");
    assertThat(opened.facts().ageShift().pausedDays()).isEqualTo(60);
    assertThat(opened.process()).as("11 days past due").isWaitingAt("stage_message").hasNotPassed("stage_visit");
  }

  @Test
  void aMessageThatWaitsIsWithdrawnWhenAPauseIsHeardOf() {
    TestedCase opened = world.open(world.account(20));
    world.textMessages.onDelivery(message -> {
      throw new GatewayUnavailableException("away", null);
    });
    world.moveTo("2007-09-03T09:00:00Z");
    assertThat(opened.contacts()).singleElement()
        .satisfies(planned -> assertThat(planned.status()).isEqualTo(ContactAttempt.Status.PLANNED));

    entry.raise(opened.number(), entered("CREDITOR_REQUEST", "He asked us last week", "2007-08-27"), "supervisor1");
    world.textMessages.behave();
    world.moveDays(2);

    assertThat(opened.messages()).isEmpty();
    assertThat(opened.contacts()).singleElement()
        .satisfies(planned -> assertThat(planned.status()).isEqualTo(ContactAttempt.Status.CANCELLED));
  }

  @ParameterizedTest
  @CsvSource({"2007-09-04, why, from: lies ahead", "2007-07-05, why, from: is too long ago; 2007-07-06 at the earliest",
      "2007-09-02, , note: must say why", "soon, why, from: must be a date"})
  void whenAPauseBeganIsChecked(String from, String note, String message) {
    TestedCase opened = world.open(world.account(40));

    assertThatThrownBy(() -> entry.raise(opened.number(), entered("BREATHING_SPACE", note, from), "supervisor1"))
        .hasMessageContaining(message);

    assertThat(opened.holds()).isEmpty();
  }

  @Test
  void onlyDaysOnWhichTheDebtWasOverdueMakeItYounger() {
    TestedCase opened = world.open(world.account(-10));
    opened.hold(Hold.Reason.HARDSHIP, "2007-09-23");
    world.moveTo("2007-09-23T06:00:00Z");

    opened.holds().forEach(hold -> world.holds.lift(hold.key(), "supervisor1", "RESUMED"));

    assertThat(opened.facts().ageShift().pausedDays()).as("of 20 days those from 14 to 22 September").isEqualTo(9);
  }

  @Test
  void howMuchYoungerIsComputedAnewWhenAnotherDebtIsTheOldest() {
    account = world.account(40);
    ArrearsRow later = world.accountOf(account.debtorId(), -10);
    TestedCase opened = world.open(account);
    world.load(later);
    opened.hold(Hold.Reason.HARDSHIP, "2007-09-23");
    world.moveTo("2007-09-23T06:00:00Z");
    opened.holds().forEach(hold -> world.holds.lift(hold.key(), "supervisor1", "RESUMED"));
    assertThat(opened.facts().ageShift().pausedDays()).isEqualTo(20);

    world.pay(account, "460.00");

    assertThat(opened.facts().baseDueDate()).isEqualTo("2007-09-13");
    assertThat(opened.facts().ageShift().pausedDays()).isEqualTo(9);
  }

  private Task taskOf(MatterKey hold) {
    return world.engine.getTaskService().createTaskQuery().processInstanceBusinessKey(hold.toString()).singleResult();
  }

  private long openCasesOf(ArrearsRow account) {
    return world.database.sql("select count(*) from collection_case where debtor_id = :debtor and status <> 'CLOSED'")
        .param("debtor", account.debtorId()).query(Long.class).single();
  }
}
