package io.remit.process.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.entry;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;

import io.remit.cases.Booking;
import io.remit.cases.Bookings;
import io.remit.cases.CollectionCase.CloseReason;
import io.remit.cases.CollectionCase.Status;
import io.remit.cases.MatterKey;
import io.remit.evidence.EvidenceFile;
import io.remit.hardship.Hardships;
import io.remit.hardship.Relief;
import io.remit.hardship.Reliefs;
import io.remit.hold.Hold;
import io.remit.ledger.LedgerEntry;
import io.remit.ledger.PostingResult;
import io.remit.plan.Plan;
import io.remit.plan.Plans;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

/** Who cannot pay is left in peace until it is known how he can be helped, and then helped as was decided. */
@ProcessTest
class HardshipTest {

  @Autowired
  private CaseWorld world;
  @Autowired
  private Hardships hardships;
  @Autowired
  private Reliefs reliefs;
  @Autowired
  private EvidenceFile evidence;
  @Autowired
  private Bookings bookings;
  @Autowired
  private Plans plans;

  private ArrearsRow account;
  private ProcessInstance hardship;
  private MatterKey hold;

  /** Asked for on Monday, 3 September, 65 days past due; evidence is awaited until the 24th. */
  private TestedCase caseInHardship(String kind) {
    return caseInHardship(kind, "collector1");
  }

  private TestedCase caseInHardship(String kind, String takenDownBy) {
    account = world.account(65);
    TestedCase opened = world.open(account);
    hold = hardships.request(opened.number(),
        new Hardships.Entered("the debtor", kind, "2007-08-01", "Four people, one wage"), takenDownBy).orElseThrow();
    hardship = opened.matter("hardship");
    return opened;
  }

  private long bring(String kind) {
    return bring(kind, "collector1");
  }

  private long bring(String kind, String addedBy) {
    return evidence.add(hold, new EvidenceFile.Entered(kind, "Employer", "12", "Folder 3", world.today().toString()),
        addedBy);
  }

  private TestedCase caseWithEvidence(String kind) {
    TestedCase opened = caseInHardship(kind);
    long document = bring("DISMISSAL");
    opened.submit(Worker.SUPERVISOR, Map.of("outcome", "ACCEPTED", "evidenceId", String.valueOf(document)));
    return opened;
  }

  @Test
  void whileEvidenceIsAwaitedNobodyIsDisturbed() {
    TestedCase opened = caseInHardship("TEMPORARY");

    assertThat(hardship).isWaitingAt("evidence_due");
    assertThat(opened.openTask()).isEqualTo("none");
    assertThat(opened.dueDates(hardship)).containsOnly(entry("evidence_due", Instant.parse("2007-09-24T06:00:00Z")));
    assertThat(opened.process()).isWaitingAtExactly("held");
    world.moveDays(20);
    assertThat(opened.contacts()).isEmpty();
    assertThat(hardships.requestOf(hold).orElseThrow().since()).isEqualTo(LocalDate.of(2007, 8, 1));
  }

  @Test
  void whoBringsNoEvidenceInTimeIsDecidedOnWithoutIt() {
    TestedCase opened = caseInHardship("TEMPORARY");
    world.moveTo("2007-09-24T06:00:00Z");

    assertThat(hardship).hasPassedInOrder("evidence_forged", "evidence_to_check", "evidence_awaited", "evidence_due")
        .isWaitingAt("task_decide_relief").hasNotPassed("task_check_evidence");
    assertThat(opened.openTask()).isEqualTo("task_decide_relief 2007-10-01T06:00:00Z");
    assertThatThrownBy(() -> opened.submit(Worker.SUPERVISOR, Map.of("outcome", "POSTPONEMENT", "until", "2007-10-20")))
        .hasMessageContaining("outcome: may not be granted here; possible: LOWER_INSTALMENTS");
    opened.submit(Worker.SUPERVISOR, Map.of("outcome", "REFUSED", "note", "Nothing came"));

    assertThat(hardship).isEnded().hasPassedInOrder("which_relief", "release_hold", "end_refused", "end_decided");
    assertThat(opened.facts().status()).isEqualTo(Status.OPEN);
    assertThat(opened.facts().ageShift().pausedDays()).isEqualTo(21);
    assertThat(opened.process()).isWaitingAt("stage_telephone");
    assertThat(opened.dueDates()).containsEntry("timer_visit_due", Instant.parse("2007-10-19T06:00:00Z"));
    assertThat(opened.contacts()).isEmpty();
    assertThat(reliefs.ofCase(opened.number())).isEmpty();
  }

  @Test
  void evidenceIsCheckedByASecondPersonAndReliefDecidedByAThird() {
    TestedCase opened = caseInHardship("TEMPORARY");
    long document = bring("PAY_SLIP", "supervisor2");

    assertThat(hardship).hasPassedInOrder("evidence_awaited", "hardship_changed", "what_changed", "evidence_forged")
        .isWaitingAt("task_check_evidence").hasNotPassed("end_elsewhere");
    assertThat(opened.openTask()).isEqualTo("task_check_evidence 2007-09-06T06:00:00Z");
    Map<String, Object> accepted = Map.of("outcome", "ACCEPTED", "evidenceId", String.valueOf(document));
    assertThatThrownBy(() -> opened.submit(Worker.OTHER_SUPERVISOR, accepted)).hasMessageContaining("another person");
    assertThatThrownBy(() -> opened.submit(Worker.SUPERVISOR, Map.of("outcome", "ACCEPTED", "evidenceId", "0")))
        .hasMessageContaining("evidenceId: is no evidence of this matter");
    opened.submit(Worker.SUPERVISOR, accepted);

    assertThat(hardship).isWaitingAt("task_decide_relief");
    Map<String, Object> postponed = Map.of("outcome", "POSTPONEMENT", "until", "2007-11-02");
    assertThatThrownBy(() -> opened.submit(Worker.SUPERVISOR, postponed))
        .hasMessageContaining("outcome: is up to another person than who checked the evidence");
    assertThatThrownBy(() -> opened.submit(Worker.OTHER_SUPERVISOR, Map.of("outcome", "POSTPONEMENT", "until",
        "2007-12-03"))).hasMessageContaining("until: must lie ahead, not after 2007-12-02");
    opened.submit(Worker.OTHER_SUPERVISOR, postponed);

    assertThat(hardship).hasPassedInOrder("task_decide_relief", "which_relief").isWaitingAt("relief_runs");
    assertThat(opened.dueDates(hardship)).containsOnly(entry("relief_runs", Instant.parse("2007-11-02T06:00:00Z")));
    assertThat(opened.process()).isWaitingAtExactly("held");
    assertThat(opened.contacts()).isEmpty();
  }

  @Test
  void aPostponementIsLookedAtAgainProlongedAndOverWithTheTimeThatRemained() {
    TestedCase opened = caseWithEvidence("TEMPORARY");
    opened.submit(Worker.OTHER_SUPERVISOR, Map.of("outcome", "POSTPONEMENT", "until", "2007-11-02"));
    world.moveTo("2007-11-02T06:00:00Z");
    assertThat(opened.openTask()).isEqualTo("task_review_relief 2007-11-02T06:00:00Z");

    opened.submit(Worker.SUPERVISOR, Map.of("outcome", "PROLONG", "until", "2007-12-02"));
    assertThat(hardship).hasPassedInOrder("task_review_relief", "which_review").isWaitingAt("relief_runs");
    assertThat(opened.dueDates(hardship)).containsOnly(entry("relief_runs", Instant.parse("2007-12-02T06:00:00Z")));
    world.moveTo("2007-12-03T10:00:00Z");
    opened.submit(Worker.SUPERVISOR, "END");

    assertThat(hardship).isEnded().hasPassedInOrder("which_review", "end_relief", "end_relief_over", "end_decided")
        .hasNotPassed("release_hold");
    assertThat(opened.facts().ageShift().pausedDays()).isEqualTo(91);
    assertThat(opened.process()).isWaitingAt("stage_telephone").hasNotPassed("stage_visit");
    assertThat(opened.dueDates()).containsEntry("timer_visit_due", Instant.parse("2007-12-28T06:00:00Z"));
    assertThat(reliefs.ofCase(opened.number())).singleElement()
        .satisfies(relief -> assertThat(relief.endedAt()).isEqualTo(Instant.parse("2007-12-03T10:00:00Z")));
    assertThat(opened.contacts()).isEmpty();
  }

  @Test
  void whileInterestIsStoppedNoneIsBookedAndCollectionGoesOn() {
    TestedCase opened = caseWithEvidence("LASTING");

    opened.submit(Worker.OTHER_SUPERVISOR, Map.of("outcome", "INTEREST_STOP", "until", "2008-03-01"));

    assertThat(hardship).hasPassedInOrder("which_relief", "stop_interest").isWaitingAt("relief_runs");
    assertThat(opened.dueDates(hardship)).containsOnly(entry("relief_runs", Instant.parse("2008-03-01T06:00:00Z")));
    assertThat(opened.facts().status()).isEqualTo(Status.OPEN);
    assertThat(opened.process()).isWaitingAt("stage_telephone");
    PostingResult refused = bookInterest("I1");
    assertThat(refused.refusal().rule()).isEqualTo("interest-stopped");
    assertThat(refused.refusal().message()).contains("2007-09-03", "2008-03-01");
    assertThat(opened.timeline("BOOKED")).isEmpty();

    world.moveTo("2008-03-01T06:00:00Z");
    opened.submit(Worker.SUPERVISOR, opened.task("task_review_relief"), Map.of("outcome", "END"));
    assertThat(hardship).isEnded().hasPassedInOrder("relief_runs", "task_review_relief", "end_relief");
    assertThat(bookInterest("I2").outcome()).isEqualTo(PostingResult.Outcome.POSTED);
  }

  @Test
  void anInterestStopThatIsProlongedGoesOnAndEndsWithTheCase() {
    TestedCase opened = caseWithEvidence("LASTING");
    opened.submit(Worker.OTHER_SUPERVISOR, Map.of("outcome", "INTEREST_STOP", "until", "2007-09-10"));
    world.moveTo("2007-09-10T06:00:00Z");
    opened.submit(Worker.SUPERVISOR, opened.task("task_review_relief"),
        Map.of("outcome", "PROLONG", "until", "2007-10-10"));
    assertThat(bookInterest("I3").refusal().message()).contains("2007-09-03", "2007-10-10");

    world.pay(account, "460.00");

    assertThat(hardship).isEnded().hasPassedInOrder("hardship_changed", "what_changed", "end_elsewhere");
    assertThat(opened.facts().closeReason()).isEqualTo(CloseReason.CURED);
    assertThat(opened.openTask()).isEqualTo("none");
  }

  @Test
  void aPartThatNeedNotBePaidIsBookedAndTheRestCollected() {
    TestedCase opened = caseWithEvidence("LASTING");
    Map<String, Object> waiver = Map.of("outcome", "PART_WAIVER", "accountNumber", account.accountNumber(), "amount",
        "160.00");
    refuses(opened, "amount: must be less", Map.of("outcome", "PART_WAIVER", "accountNumber", account.accountNumber(),
        "amount", "460.00"));
    refuses(opened, "amount: must be above zero", Map.of("outcome", "PART_WAIVER", "accountNumber",
        account.accountNumber(), "amount", "0"));
    refuses(opened, "accountNumber: must be an account of this case",
        Map.of("outcome", "PART_WAIVER", "accountNumber", "A0", "amount", "10"));

    opened.submit(Worker.OTHER_SUPERVISOR, waiver);

    assertThat(hardship).isEnded().hasPassedInOrder("which_relief", "waive_part", "end_waived")
        .hasNotPassed("release_hold");
    assertThat(world.outstanding(account)).isEqualTo(new BigDecimal("300.00"));
    assertThat(opened.timeline("BOOKED")).containsExactly("Booked: waiver: EUR 160.00, Relief for hardship");
    assertThat(opened.facts().status()).isEqualTo(Status.OPEN);
    assertThat(opened.process()).isWaitingAt("stage_telephone");
    assertThat(opened.contacts()).isEmpty();
  }

  @Test
  void aPartIsNotWaivedByWhoTookDownTheRequest() {
    TestedCase opened = caseInHardship("LASTING", "supervisor2");
    evidence.judge(hold, bring("DISMISSAL"), "ACCEPTED", "supervisor1");

    refuses(opened, "outcome: is up to somebody who had no part in it before", Map.of("outcome", "PART_WAIVER",
        "accountNumber", account.accountNumber(), "amount", "160.00"));
  }

  @Test
  void lowerInstalmentsAreProposedAsAPlanAndNeedNoEvidence() {
    TestedCase opened = caseInHardship("BEYOND_MEANS");
    world.moveTo("2007-09-24T06:00:00Z");

    opened.submit(Worker.SUPERVISOR, lowerInstalments("10", "2007-10-01"));

    assertThat(hardship).isEnded().hasPassedInOrder("which_relief", "go_on_with_instalments", "end_instalments")
        .hasNotPassed("release_hold");
    assertThat(opened.timeline("RELIEF")).containsExactly("A supervisor decided on relief: LOWER_INSTALMENTS");
    assertThat(opened.timeline("PLAN")).containsExactly(
        "Plan proposed: 10 instalments, the first EUR 46.00 on 2007-10-01");
    assertThat(reliefs.ofCase(opened.number())).singleElement().satisfies(relief -> {
      assertThat(relief.kind()).isEqualTo(Relief.Kind.LOWER_INSTALMENTS);
      assertThat(relief.endedAt()).isEqualTo(Instant.parse("2007-09-24T06:00:00Z"));
    });
    assertThat(plans.ofCase(opened.number())).singleElement()
        .satisfies(plan -> assertThat(plan.proposedBy()).isEqualTo("supervisor1"));
    assertThat(opened.holds()).singleElement()
        .satisfies(over -> assertThat(over.decision()).isEqualTo("LOWER_INSTALMENTS"));
    assertThat(opened.facts().status()).isEqualTo(Status.OPEN);
    assertThat(opened.contacts()).isEmpty();

    world.runDueJobs();
    opened.submit(Worker.SUPERVISOR, opened.task("task_record_acceptance"), Map.of("outcome", "ACCEPTED",
        "acceptedHow", "SIGNED_PAPER", "acceptedOn", "2007-09-24"));
    assertThat(opened.matter("plan")).isWaitingAt("instalment_due").hasNotPassed("task_approve_plan");
    assertThat(opened.process()).isWaitingAtExactly("held");
  }

  @Test
  void whoGrantsMoreInstalmentsThanHeMayAloneDoesNotApproveThemHimself() {
    TestedCase opened = caseInHardship("BEYOND_MEANS");
    world.moveTo("2007-09-24T06:00:00Z");

    opened.submit(Worker.SUPERVISOR, lowerInstalments("20", "2007-10-01"));

    assertThat(hardship).isEnded();
    assertThat(opened.facts().status()).isEqualTo(Status.OPEN);
    assertThat(opened.matter("plan")).isWaitingAt("task_approve_plan");
    assertThatThrownBy(() -> opened.submit(Worker.SUPERVISOR, opened.task("task_approve_plan"),
        Map.of("outcome", "APPROVED"))).hasMessageContaining("outcome: is for another person");
    opened.submit(Worker.OTHER_SUPERVISOR, opened.task("task_approve_plan"), Map.of("outcome", "APPROVED"));
    world.runDueJobs();
    assertThat(opened.matter("plan")).hasPassedInOrder("task_approve_plan", "print_agreement", "offer_plan");
    assertThat(plans.ofCase(opened.number())).extracting(Plan::status).containsExactly(Plan.Status.OFFERED);
  }

  @ParameterizedTest
  @CsvSource({"0, 2007-10-01, planInstalments: must be a whole number from 1",
      "'', 2007-10-01, planInstalments: say how many there are",
      "24, 2007-10-01, planInstalments: each instalment must be at least EUR 20",
      "4, 2007-09-24, planFirstDate: must lie ahead",
      "4, '', planFirstDate: must be a date"})
  void instalmentsThatCannotBeAreRefusedAtTheFieldAndNothingIsHalfDone(String instalments, String first,
      String message) {
    TestedCase opened = caseInHardship("BEYOND_MEANS");
    world.moveTo("2007-09-24T06:00:00Z");

    refuses(opened, message, lowerInstalments(instalments, first));

    assertThat(opened.timeline("RELIEF")).isEmpty();
    assertThat(reliefs.ofCase(opened.number())).isEmpty();
    assertThat(plans.ofCase(opened.number())).isEmpty();
    assertThat(opened.holds()).singleElement().satisfies(running -> assertThat(running.inForce()).isTrue());
  }

  @Test
  void noInstalmentsAreProposedWhileAnotherReasonToPauseComesFirst() {
    TestedCase opened = caseInHardship("BEYOND_MEANS");
    world.moveTo("2007-09-24T06:00:00Z");
    opened.hold(Hold.Reason.INSOLVENCY, "2007-10-20");

    refuses(opened, "case: is on hold, which comes first: INSOLVENCY", opened.task("task_decide_relief"),
        lowerInstalments("4", "2007-10-01"));

    assertThat(plans.ofCase(opened.number())).isEmpty();
  }

  private static Map<String, Object> lowerInstalments(String number, String first) {
    return Map.of("outcome", "LOWER_INSTALMENTS", "planInstalments", number, "planFirstDate", first);
  }

  @Test
  void evidenceThatShowsNothingLeavesTimeForBetter() {
    TestedCase opened = caseInHardship("TEMPORARY");
    bring("PAY_SLIP");
    world.moveTo("2007-09-05T10:00:00Z");

    opened.submit(Worker.SUPERVISOR, Map.of("outcome", "REJECTED", "evidenceId",
        String.valueOf(evidence.of(hold).get(0).evidenceId())));

    assertThat(hardship).hasPassedInOrder("task_check_evidence", "evidence_forged").isWaitingAt("evidence_due");
    assertThat(opened.dueDates(hardship)).containsOnly(entry("evidence_due", Instant.parse("2007-09-24T06:00:00Z")));
    evidence.judge(hold, bring("BANK_STATEMENT"), "ACCEPTED", "supervisor1");
    assertThat(hardship).isWaitingAt("task_decide_relief");
    assertThat(opened.contacts()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"true", "false"})
  void forgedEvidenceIsRecordedReliefRefusedAndCollectionGoesOn(boolean byForm) {
    TestedCase opened = caseInHardship("LASTING");
    long document = bring("MEDICAL");

    if (byForm) {
      opened.submit(Worker.SUPERVISOR, Map.of("outcome", "FORGED", "evidenceId", String.valueOf(document)));
    } else {
      evidence.judge(hold, document, "FORGED", "supervisor1");
    }

    assertThat(hardship).isEnded().hasPassedInOrder("evidence_forged", "refuse_forged", "end_forged", "end_decided")
        .hasNotPassed("task_decide_relief", "end_elsewhere");
    assertThat(opened.timeline("EVIDENCE")).containsExactly("Evidence was received: MEDICAL",
        "Evidence was checked: forged: MEDICAL");
    assertThat(opened.timeline("RELIEF")).containsExactly("Relief was refused: evidence is forged");
    assertThat(opened.holds()).singleElement().satisfies(over -> assertThat(over.decision()).isEqualTo("FORGED"));
    assertThat(opened.facts().status()).isEqualTo(Status.OPEN);
    assertThat(opened.contacts()).isEmpty();
  }

  @Test
  void aPaymentOfEverythingEndsIt() {
    TestedCase opened = caseWithEvidence("TEMPORARY");
    opened.submit(Worker.OTHER_SUPERVISOR, Map.of("outcome", "POSTPONEMENT", "until", "2007-11-02"));

    world.pay(account, "60.00");
    assertThat(hardship).isWaitingAt("relief_runs");
    world.pay(account, "400.00");

    assertThat(hardship).isEnded().hasPassedInOrder("hardship_changed", "what_changed", "end_elsewhere");
    assertThat(opened.process()).isEnded().hasPassedInOrder("held", "what_changed", "end_cured");
    assertThat(opened.contacts()).isEmpty();
  }

  @Test
  void aSecondRequestBelongsToTheSameHold() {
    TestedCase opened = caseInHardship("TEMPORARY");

    assertThat(hardships.request(opened.number(), new Hardships.Entered("his wife", "LASTING", null, null),
        "collector2")).contains(hold);

    assertThat(opened.holds()).hasSize(1);
    assertThat(hardships.requestOf(hold).orElseThrow().requestedBy()).isEqualTo("his wife");
    assertThatThrownBy(() -> hardships.request(opened.number(),
        new Hardships.Entered("his wife", "LASTING", "2007-09-04", null), "collector2"))
        .hasMessageContaining("since: lies ahead");
    assertThatThrownBy(() -> hardships.request(opened.number(), new Hardships.Entered(" ", "LASTING", null, null),
        "collector2")).hasMessageContaining("requestedBy: needs");
  }

  private void refuses(TestedCase opened, String message, Map<String, Object> fields) {
    refuses(opened, message, opened.task(), fields);
  }

  private void refuses(TestedCase opened, String message, Task task, Map<String, Object> fields) {
    assertThatThrownBy(() -> opened.submit(Worker.OTHER_SUPERVISOR, task, fields)).hasMessageContaining(message);
    assertThat(hardship).isWaitingAt("task_decide_relief");
    assertThat(world.outstanding(account)).isEqualTo(new BigDecimal("460.00"));
  }

  private PostingResult bookInterest(String reference) {
    return bookings.book(new Booking(account.accountNumber() + reference, account.accountNumber(),
        LedgerEntry.Type.INTEREST, new BigDecimal("4.60"), world.today(), null, "supervisor1", "Interest of a month"));
  }
}
