package io.remit.process.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.entry;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;

import io.remit.cases.CollectionCase;
import io.remit.cases.CollectionCase.CloseReason;
import io.remit.cases.InvalidInputException;
import io.remit.cases.MatterKey;
import io.remit.cases.Stage;
import io.remit.contact.ContactAttempt;
import io.remit.hold.Hold;
import io.remit.plan.Plan;
import io.remit.plan.Plan.Status;
import io.remit.plan.PlanEntry;
import io.remit.plan.PlanRequest;
import io.remit.plan.PlanRequest.FieldNames;
import io.remit.plan.Plans;
import java.nio.file.Path;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

/** Who pays in instalments as agreed is left in peace; who does not hears so, and collection goes on where it was. */
@ProcessTest
class PlanTest {

  private static final String FIRST = "2007-10-01";

  @Autowired
  private CaseWorld world;
  @Autowired
  private PlanEntry entry;
  @Autowired
  private Plans plans;

  private ArrearsRow account;
  private MatterKey key;

  /** EUR 460.00, 40 days past due, on Monday, 3 September, an hour before anybody may be contacted. */
  private TestedCase opened() {
    account = world.account(40);
    return world.open(account);
  }

  private void propose(TestedCase opened, String instalments, String by) {
    PlanRequest request = new PlanRequest(instalments, null, FIRST, null, FieldNames.REST_INTERFACE);
    key = entry.propose(opened.number(), request, by).orElseThrow();
    world.runDueJobs();
  }

  /** EUR 115.00 on the first of October, November, December and January; accepted at once. */
  private TestedCase caseWithPlanInForce() {
    TestedCase opened = opened();
    propose(opened, "4", "collector1");
    accept(opened);
    return opened;
  }

  private void accept(TestedCase opened) {
    opened.submit(Worker.SUPERVISOR, opened.task("task_record_acceptance"), Map.of("outcome", "ACCEPTED",
        "acceptedHow", "SIGNED_PAPER", "acceptedOn", world.today().toString()));
  }

  private Plan plan() {
    return plans.get(key);
  }

  @Test
  void aPlanWithinTheLimitsIsPrintedAndOffered() {
    TestedCase opened = opened();

    propose(opened, "4", "collector1");

    ProcessInstance process = opened.matter("plan");
    assertThat(process).hasPassedInOrder("plan_proposed", "needs_approval", "print_agreement", "offer_plan")
        .hasNotPassed("task_approve_plan", "plan_accepted").isWaitingAt("task_record_acceptance");
    assertThat(opened.openTask()).isEqualTo("task_record_acceptance 2007-09-18T06:00:00Z");
    assertThat(opened.dueDates(process)).containsOnly(entry("offer_expires", Instant.parse("2007-09-18T06:00:00Z")));
    assertThat(plan().status()).isEqualTo(Status.OFFERED);
    assertThat(plan().schedule().instalments()).extracting(instalment -> instalment.dueOn() + " " + instalment.amount())
        .containsExactly("2007-10-01 115.00", "2007-11-01 115.00", "2007-12-01 115.00", "2008-01-01 115.00");
    assertThat(world.filesIn("plans")).containsExactly(Path.of(CaseWorld.WORK_FOLDER, "plans", key + ".pdf"));
    assertThat(printedLetters()).isEqualTo(1);
    world.moveTo("2007-09-03T09:00:00Z");
    assertThat(opened.messages()).containsExactly("2007-09-03T09:00:00Z EMAIL plan-offer-email");
  }

  /** The debtor has another debt beside what his plan is about, so many days past due. */
  private ArrearsRow besides(int daysPastDue) {
    return world.accountOf(account.debtorId(), daysPastDue);
  }

  @Test
  void aNewInvoiceBesideAPlanIsCollectedAndMoneyForItKeepsNoPlan() {
    TestedCase planned = caseWithPlanInForce();
    ArrearsRow invoice = besides(25);
    TestedCase beside = world.open(invoice);

    assertThat(beside.number()).isNotEqualTo(planned.number());
    assertThat(beside.facts().status()).isEqualTo(CollectionCase.Status.OPEN);
    assertThat(beside.facts().ageShift().pausedDays()).isZero();
    world.moveTo("2007-09-05T10:00:00Z");
    assertThat(beside.messages()).contains("2007-09-03T09:00:00Z SMS overdue-sms");
    world.moveTo("2007-09-09T10:00:00Z");
    assertThat(beside.openTask()).startsWith("task_call_debtor");
    world.pay(invoice, "300.00");

    world.moveTo("2007-10-10T10:00:00Z");

    assertThat(plan().status()).isEqualTo(Status.BREACHED);
    assertThat(planned.facts().status()).isEqualTo(CollectionCase.Status.OPEN);
    assertThat(beside.facts().status()).isEqualTo(CollectionCase.Status.OPEN);
  }

  @Test
  void moneyForThePlanKeepsItWhateverElseIsOpen() {
    TestedCase planned = caseWithPlanInForce();
    TestedCase beside = world.open(besides(25));
    world.pay(account, "115.00");

    world.moveTo("2007-10-10T10:00:00Z");

    assertThat(plan().status()).isEqualTo(Status.IN_FORCE);
    assertThat(planned.facts().status()).isEqualTo(CollectionCase.Status.HELD);
    assertThat(planned.contacts()).extracting(ContactAttempt::template)
        .containsOnly("plan-offer-email");
    assertThat(beside.facts().baseDueDate()).isEqualTo("2007-08-09");
  }

  @Test
  void whatFellDueBetweenTheProposalAndTheAcceptanceIsNoPartOfThePlan() {
    TestedCase opened = opened();
    propose(opened, "4", "collector1");
    ArrearsRow invoice = besides(8);
    assertThat(world.open(invoice).number()).isEqualTo(opened.number());

    accept(opened);

    TestedCase beside = world.caseOf(invoice);
    assertThat(beside.number()).isNotEqualTo(opened.number());
    assertThat(beside.facts().stage()).isEqualTo(Stage.MESSAGE);
    assertThat(opened.facts().status()).isEqualTo(CollectionCase.Status.HELD);
    assertThat(opened.timeline("ACCOUNT")).contains("Account joined the case: " + invoice.accountNumber());
  }

  @Test
  void afterThePlanWhatIsNewJoinsTheDebtorsCaseAgain() {
    TestedCase planned = caseWithPlanInForce();
    world.moveTo("2007-10-10T10:00:00Z");
    assertThat(plan().status()).isEqualTo(Status.BREACHED);

    assertThat(world.open(besides(3)).number()).isEqualTo(planned.number());
  }

  private long printedLetters() {
    return world.database.sql("select count(*) from printed_letter where reference = :plan and printed_at is not null")
        .param("plan", key.toString()).query(Long.class).single();
  }

  @Test
  void aDebtorWhoAsksForInstalmentsInACallIsOfferedAPlan() {
    TestedCase opened = opened();
    world.moveTo("2007-09-03T09:00:00Z");
    ProcessInstance call = opened.called("call-debtor");

    opened.submit(Worker.COLLECTOR, Map.of("outcome", "PLAN_ASKED", "planInstalments", "4", "planFirstDate", FIRST));
    world.runDueJobs();

    assertThat(call).isEnded().hasPassedInOrder("which_outcome", "rest_after_plan_asked", "end_plan_asked")
        .hasNotPassed("rest_after_third_party");
    assertThat(opened.openTask()).isEqualTo("task_record_acceptance 2007-09-18T06:00:00Z");
    assertThat(plans.ofCase(opened.number())).singleElement().satisfies(plan -> {
      assertThat(plan.status()).isEqualTo(Status.OFFERED);
      assertThat(plan.proposedBy()).isEqualTo("collector1");
    });
    assertThat(opened.dueDates()).containsEntry("telephone_treatment_due", Instant.parse("2007-09-17T09:00:00Z"));
    world.moveTo("2007-09-17T08:59:59Z");
    assertThat(opened.messages()).containsExactly("2007-09-03T09:00:00Z EMAIL plan-offer-email");
  }

  @Test
  void aDebtorWhoAsksForInstalmentsAtAVisitIsOfferedAPlan() {
    account = world.account(90).with("owns_property", "true");
    TestedCase opened = world.open(account);
    world.moveTo("2007-09-03T09:00:00Z");
    ProcessInstance visit = opened.called("visit-debtor");

    opened.submit(Worker.FIELD_AGENT, Map.of("outcome", "PLAN_ASKED", "planInstalments", "4", "planFirstDate", FIRST));
    world.runDueJobs();

    assertThat(visit).isEnded().hasPassedInOrder("which_outcome", "rest_after_plan_asked", "end_plan_asked");
    assertThat(opened.openTask()).isEqualTo("task_record_acceptance 2007-09-18T06:00:00Z");
    assertThat(opened.dueDates()).containsEntry("visit_treatment_due", Instant.parse("2007-09-17T09:00:00Z"));
  }

  @ParameterizedTest
  @CsvSource({"0, 2007-10-01, planInstalments: must be a whole number from 1",
      "4, 2007-09-03, planFirstDate: must lie ahead",
      "24, 2007-10-01, planInstalments: each instalment must be at least"})
  void aCallIsNotRecordedWithInstalmentsThatCannotBe(String instalments, String first, String message) {
    TestedCase opened = opened();
    world.moveTo("2007-09-03T09:00:00Z");

    assertThatThrownBy(() -> opened.submit(Worker.COLLECTOR,
        Map.of("outcome", "PLAN_ASKED", "planInstalments", instalments, "planFirstDate", first)))
        .hasStackTraceContaining(message);

    assertThat(opened.task("task_call_debtor")).isNotNull();
    assertThat(opened.timeline("CONVERSATION")).isEmpty();
    assertThat(plans.ofCase(opened.number())).isEmpty();
  }

  @Test
  void whatCannotBePrintedIsNotOfferedUntilItCan() {
    TestedCase opened = opened();
    Path inTheWay = world.block("plans");
    propose(opened, "4", "collector1");
    assertThat(opened.matter("plan")).isWaitingAt("print_agreement").hasNotPassed("offer_plan");
    assertThat(plan().status()).isEqualTo(Status.PROPOSED);

    world.unblock(inTheWay);
    world.moveTo("2007-09-03T08:10:00Z");

    assertThat(opened.matter("plan")).hasPassed("offer_plan").isWaitingAt("task_record_acceptance");
    assertThat(printedLetters()).isEqualTo(1);
  }

  @Test
  void anAcceptedPlanStopsCollectionFromThenOn() {
    TestedCase opened = caseWithPlanInForce();

    ProcessInstance process = opened.matter("plan");
    assertThat(process).hasPassedInOrder("task_record_acceptance", "which_answer", "accepted", "plan_accepted",
        "begin_plan").hasNotPassed("judge_plan", "end_not_agreed").isWaitingAt("instalment_due");
    assertThat(opened.dueDates(process)).containsOnly(entry("instalment_due", Instant.parse("2007-10-05T06:00:00Z")));
    assertThat(opened.process()).isWaitingAtExactly("held");
    assertThat(opened.dueDates()).isEmpty();
    assertThat(opened.holds()).singleElement().satisfies(hold -> {
      assertThat(hold.reason()).isEqualTo(Hold.Reason.PLAN);
      assertThat(hold.inForce()).isTrue();
    });
    assertThat(plan().acceptedHow()).isEqualTo(Plan.Acceptance.SIGNED_PAPER);
    assertThat(plan().acceptedOn()).isEqualTo(LocalDate.of(2007, 9, 3));
    world.moveTo("2007-10-05T05:59:59Z");
    assertThat(opened.messages()).isEmpty();
    assertThat(opened.openTask()).isEqualTo("none");
  }

  @Test
  void aPlanThatIsKeptToTheEndCuresTheCaseWithoutAContact() {
    TestedCase opened = caseWithPlanInForce();
    ProcessInstance process = opened.matter("plan");
    for (String day : new String[] {"2007-10-01", "2007-11-04", "2007-12-03"}) {
      world.moveTo(day + "T10:00:00Z");
      world.pay(account, "115.00");
      assertThat(opened.process()).isWaitingAtExactly("held");
    }
    world.moveTo("2007-12-05T06:00:00Z");
    assertThat(opened.dueDates(process)).containsOnly(entry("instalment_due", Instant.parse("2008-01-05T06:00:00Z")));
    world.moveTo("2008-01-02T10:00:00Z");

    world.pay(account, "115.00");
    world.runDueJobs();

    assertThat(process).isEnded().hasPassedInOrder("instalment_due", "judge_plan", "plan_over", "instalment_due",
        "judge_plan", "plan_over", "plan_changed", "which_result", "release_after_completion", "end_completed")
        .hasNotPassed("judged", "release_after_breach", "tell_of_breach");
    assertThat(opened.process()).isEnded().hasPassed("end_cured").hasNotPassed("decide_visit_eligibility");
    assertThat(opened.facts().closeReason()).isEqualTo(CloseReason.CURED);
    assertThat(plan().status()).isEqualTo(Status.COMPLETED);
    assertThat(opened.holds()).singleElement().satisfies(hold -> assertThat(hold.inForce()).isFalse());
    assertThat(opened.messages()).isEmpty();
  }

  @Test
  void whoPaysEverythingAtOnceSettlesHisPlanEarly() {
    TestedCase opened = caseWithPlanInForce();
    ProcessInstance process = opened.matter("plan");
    world.moveTo("2007-09-20T10:00:00Z");

    world.pay(account, "460.00");
    world.runDueJobs();

    assertThat(process).isEnded().hasPassedInOrder("plan_changed", "which_result", "release_after_completion",
        "end_completed").hasNotPassed("judge_plan");
    assertThat(plan().status()).isEqualTo(Status.SETTLED_EARLY);
    assertThat(opened.facts().closeReason()).isEqualTo(CloseReason.CURED);
    assertThat(opened.messages()).isEmpty();
  }

  @Test
  void aBreachedPlanEndsThePauseAndTheDebtorHearsOfIt() {
    TestedCase opened = caseWithPlanInForce();
    ProcessInstance process = opened.matter("plan");
    world.moveTo("2007-10-01T10:00:00Z");
    world.pay(account, "100.00");
    world.moveTo("2007-10-05T05:59:59Z");
    assertThat(opened.process()).isWaitingAtExactly("held");
    assertThat(opened.messages()).isEmpty();

    world.moveTo("2007-10-05T06:00:00Z");

    assertThat(process).isEnded().hasPassedInOrder("instalment_due", "judge_plan", "plan_over", "judged",
        "which_result", "release_after_breach", "tell_of_breach", "end_breached")
        .hasNotPassed("plan_changed", "end_completed");
    assertThat(plan().status()).isEqualTo(Status.BREACHED);
    assertThat(opened.holds()).singleElement()
        .satisfies(hold -> assertThat(hold.decision()).isEqualTo("PLAN_BREACHED"));
    assertThat(opened.process()).hasPassedInOrder("held", "what_changed", "decide_stage").isWaitingAt("stage_telephone")
        .hasNotPassed("stage_visit");
    assertThat(opened.facts().ageShift().pausedDays()).isEqualTo(32);
    assertThat(opened.dueDates()).containsOnly(
        entry("telephone_treatment_due", Instant.parse("2007-10-05T09:00:00Z")),
        entry("timer_visit_due", Instant.parse("2007-11-24T06:00:00Z")));
    world.moveTo("2007-10-05T09:00:00Z");
    assertThat(opened.messages()).containsExactly("2007-10-05T09:00:00Z EMAIL plan-ended-email");
    assertThat(opened.timeline("PLAN")).contains("Plan breached: paid EUR 100.00");
  }

  @Test
  void anInstalmentThatIsTakenBackBreaksThePlanAtTheNextLook() {
    TestedCase opened = caseWithPlanInForce();
    ProcessInstance process = opened.matter("plan");
    world.moveTo("2007-10-01T10:00:00Z");
    String first = world.pay(account, "115.00");
    world.moveTo("2007-10-10T10:00:00Z");
    world.reverse(account, "115.00", first);
    assertThat(process).hasPassedInOrder("judge_plan", "plan_over").isWaitingAt("instalment_due");
    assertThat(opened.dueDates(process)).containsOnly(entry("instalment_due", Instant.parse("2007-11-05T06:00:00Z")));
    world.moveTo("2007-11-01T10:00:00Z");
    world.pay(account, "115.00");
    world.moveTo("2007-11-05T05:59:59Z");
    assertThat(opened.process()).isWaitingAtExactly("held");
    assertThat(opened.messages()).isEmpty();

    world.moveTo("2007-11-05T06:00:00Z");

    assertThat(process).isEnded().hasPassed("end_breached");
    assertThat(plan().status()).isEqualTo(Status.BREACHED);
    assertThat(opened.process()).isWaitingAt("stage_telephone");
  }

  @Test
  void whatIsPaidBeforeThePlanIsAcceptedPaysInstalments() {
    TestedCase opened = opened();
    propose(opened, "4", "collector1");
    world.pay(account, "115.00");
    accept(opened);
    ProcessInstance process = opened.matter("plan");

    world.moveTo("2007-10-05T06:00:00Z");

    assertThat(process).hasPassedInOrder("judge_plan", "plan_over").isWaitingAt("instalment_due");
    assertThat(plan().status()).isEqualTo(Status.IN_FORCE);
    assertThat(opened.process()).isWaitingAtExactly("held");
    assertThat(opened.messages()).isEmpty();
  }

  @Test
  void aLongPlanIsOfferedOnceAnotherPersonApproved() {
    TestedCase opened = opened();
    propose(opened, "13", "collector1");
    assertThat(opened.openTask()).isEqualTo("task_approve_plan 2007-09-05T06:00:00Z");
    assertThat(world.filesIn("plans")).isEmpty();

    opened.submit(Worker.SUPERVISOR, "APPROVED");
    world.runDueJobs();

    assertThat(opened.matter("plan")).hasPassedInOrder("needs_approval", "task_approve_plan", "which_decision",
        "print_agreement", "offer_plan").hasNotPassed("rejected").isWaitingAt("task_record_acceptance");
    assertThat(opened.timeline("PLAN")).contains("Plan approved");
    assertThat(opened.process()).isWaitingAt("stage_telephone");
  }

  @Test
  void nobodyApprovesHisOwnPlan() {
    TestedCase opened = opened();
    propose(opened, "13", "supervisor1");

    assertThatThrownBy(() -> opened.submit(Worker.SUPERVISOR, "APPROVED"))
        .hasStackTraceContaining("outcome: is for another person");

    assertThat(opened.matter("plan")).isWaitingAt("task_approve_plan").hasNotPassed("which_decision");
    assertThat(plan().status()).isEqualTo(Status.PROPOSED);
  }

  @Test
  void aRejectedPlanIsOverAndTheDebtorHearsNothingOfIt() {
    TestedCase opened = opened();
    propose(opened, "13", "collector1");
    ProcessInstance process = opened.matter("plan");

    opened.submit(Worker.SUPERVISOR, Map.of("outcome", "REJECTED", "note", "Can pay faster"));

    assertThat(process).isEnded().hasPassedInOrder("task_approve_plan", "which_decision", "rejected", "plan_accepted",
        "end_not_agreed").hasNotPassed("print_agreement", "begin_plan");
    assertThat(plan().status()).isEqualTo(Status.REJECTED);
    assertThat(opened.holds()).isEmpty();
    assertThat(opened.process()).isWaitingAt("stage_telephone").hasNotPassed("case_changed");
    world.moveTo("2007-09-03T09:00:00Z");
    assertThat(opened.messages()).isEmpty();
  }

  @Test
  void aDebtorMayRefuseAPlan() {
    TestedCase opened = opened();
    propose(opened, "4", "collector1");
    ProcessInstance process = opened.matter("plan");

    opened.submit(Worker.SUPERVISOR, "REFUSED");

    assertThat(process).isEnded().hasPassedInOrder("which_answer", "refused", "plan_accepted", "end_not_agreed")
        .hasNotPassed("accepted", "begin_plan");
    assertThat(plan().status()).isEqualTo(Status.REFUSED);
    assertThat(opened.holds()).isEmpty();
    world.moveTo("2007-09-03T09:00:00Z");
    assertThat(opened.messages()).isEmpty();
  }

  @Test
  void anOfferThatNobodyAnswersLapses() {
    TestedCase opened = opened();
    propose(opened, "4", "collector1");
    ProcessInstance process = opened.matter("plan");
    world.moveTo("2007-09-18T05:59:59Z");
    assertThat(process).isWaitingAt("task_record_acceptance");

    world.moveTo("2007-09-18T06:00:00Z");

    assertThat(process).isEnded().hasPassedInOrder("offer_plan", "offer_expires", "lapse_plan", "lapsed",
        "plan_accepted", "end_not_agreed").hasNotPassed("which_answer", "begin_plan");
    assertThat(plan().status()).isEqualTo(Status.LAPSED);
    assertThat(opened.holds()).isEmpty();
    assertThat(opened.task("task_record_acceptance")).isNull();
  }

  @Test
  void staffCanEndAPlanAndSayWhy() {
    TestedCase opened = caseWithPlanInForce();
    ProcessInstance process = opened.matter("plan");
    world.moveTo("2007-09-05T10:00:00Z");

    assertThat(entry.cancel(key, "He wants to pay in another way", "supervisor1")).isTrue();
    world.runDueJobs();

    assertThat(process).isEnded().hasPassedInOrder("plan_changed", "which_result", "release_after_cancellation",
        "tell_of_cancellation", "end_cancelled").hasNotPassed("judge_plan");
    assertThat(plan().status()).isEqualTo(Status.CANCELLED);
    assertThat(opened.facts().ageShift().pausedDays()).isEqualTo(2);
    assertThat(opened.process()).isWaitingAt("stage_telephone");
    assertThat(opened.messages()).containsExactly("2007-09-05T10:00:00Z EMAIL plan-ended-email");
    assertThat(entry.cancel(key, "Again", "supervisor1")).isFalse();
  }

  @Test
  void aPlanEndsWithACaseThatTheCreditorTakesBack() {
    TestedCase opened = caseWithPlanInForce();
    ProcessInstance process = opened.matter("plan");

    assertThat(world.lifecycle.withdraw(opened.number(), "supervisor1", "sold")).isTrue();

    assertThat(process).isEnded().hasPassedInOrder("plan_changed", "which_result", "end_case_closed")
        .hasNotPassed("tell_of_cancellation", "release_after_cancellation");
    assertThat(plan().status()).isEqualTo(Status.CANCELLED);
    assertThat(opened.facts().closeReason()).isEqualTo(CloseReason.WITHDRAWN);
    world.moveDays(60);
    assertThat(opened.messages()).isEmpty();
  }

  @Test
  void aPlanThatIsNotAcceptedYetEndsWithItsCase() {
    TestedCase opened = opened();
    propose(opened, "4", "collector1");
    ProcessInstance process = opened.matter("plan");

    world.pay(account, "460.00");

    assertThat(process).isEnded().hasPassedInOrder("plan_changed_before", "end_without_agreement")
        .hasNotPassed("plan_accepted");
    assertThat(plan().status()).isEqualTo(Status.CANCELLED);
    assertThat(opened.openTask()).isEqualTo("none");
  }

  @ParameterizedTest
  @CsvSource(nullValues = "-", value = {
      "0,  -,     2007-10-01, -,     instalments: must be a whole number from 1",
      "-3, -,     2007-10-01, -,     instalments: must be a whole number from 1",
      "61, -,     2007-10-01, -,     instalments: the plan must end within 60 months",
      "999, -,    2007-10-01, -,     instalments: are too many: a plan has to end within 60 months",
      "24, -,     2007-10-01, -,     instalments: each instalment must be at least EUR 20",
      "-,  0,     2007-10-01, -,     amount: must be above zero: a plan has to end",
      "-,  0.01,  2007-10-01, -,     amount: is too small: the plan would not end within 60 months",
      "-,  1.001, 2007-10-01, -,     amount: has more decimals than EUR",
      "4,  115, 2007-10-01, -,     'instalments: say how many there are, or in amount how much each is, and not both'",
      "-,  -,   2007-10-01, -,     'instalments: say how many there are, or in amount how much each is, and not both'",
      "4,  -,     2007-09-03, -,     firstDueOn: must lie ahead",
      "4,  -,     2007-10-05, -,     firstDueOn: must not be after 2007-10-04",
      "4,  -,     1 October,  -,     firstDueOn: must be a date such as 2026-12-24",
      "4,  -,     2007-10-01, DAILY, 'interval: must be one of MONTHLY, FORTNIGHTLY, WEEKLY'"})
  void whatCannotBeAgreedIsRefusedAtItsField(String instalments, String amount, String first, String interval,
      String message) {
    TestedCase opened = opened();
    PlanRequest request = new PlanRequest(instalments, amount, first, interval, FieldNames.REST_INTERFACE);

    assertThatThrownBy(() -> entry.propose(opened.number(), request, "collector1"))
        .isInstanceOf(InvalidInputException.class).hasMessage(message);

    assertThat(plans.ofCase(opened.number())).isEmpty();
    assertThat(opened.timeline("PLAN")).isEmpty();
  }

  @Test
  void aCaseHasOnePlanAtATimeAndNoneWhileItIsDisputed() {
    TestedCase opened = opened();
    propose(opened, "4", "collector1");
    PlanRequest request = new PlanRequest("4", null, FIRST, null, FieldNames.REST_INTERFACE);
    assertThatThrownBy(() -> entry.propose(opened.number(), request, "collector1"))
        .hasMessageContaining("not over yet");

    TestedCase disputed = opened();
    disputed.hold(Hold.Reason.DISPUTE, "2007-09-20");
    assertThatThrownBy(() -> entry.propose(disputed.number(), request, "collector1"))
        .hasMessage("case: is on hold, which comes first: DISPUTE");
    TestedCase inNeed = opened();
    inNeed.hold(Hold.Reason.HARDSHIP, "2007-09-20");
    assertThat(entry.propose(inNeed.number(), request, "collector1")).isPresent();
  }

  @ParameterizedTest
  @CsvSource({"BY_DOVE, 2007-09-03, acceptedHow: must be one of", "EMAIL, 2007-09-04, acceptedOn: must lie between",
      "EMAIL, 2007-09-02, acceptedOn: must lie between"})
  void howAndWhenTheDebtorAcceptedIsChecked(String how, String on, String message) {
    TestedCase opened = opened();
    propose(opened, "4", "collector1");

    assertThatThrownBy(() -> opened.submit(Worker.SUPERVISOR,
        Map.of("outcome", "ACCEPTED", "acceptedHow", how, "acceptedOn", on))).hasStackTraceContaining(message);

    assertThat(opened.matter("plan")).isWaitingAt("task_record_acceptance");
    assertThat(plan().status()).isEqualTo(Status.OFFERED);
  }
}
