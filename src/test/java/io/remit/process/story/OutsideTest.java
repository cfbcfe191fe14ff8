package io.remit.process.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;

import io.remit.cases.CollectionCase.CloseReason;
import io.remit.cases.CollectionCase.Status;
import io.remit.cases.MatterKey;
import io.remit.cases.OutsideWork.Who;
import io.remit.cases.Stage;
import io.remit.hold.Hold;
import io.remit.outside.OutsideNotices;
import io.remit.outsourcing.TellPartner;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * What a court or a partner has stays with it until those who can end it have: whatever changes about the case is told
 * there by somebody, and the case follows when it is back.
 */
@ProcessTest
class OutsideTest {

  private static final String TELL_COURT = "task_tell_court";
  private static final String TELL_PARTNER = "task_tell_partner";
  private static final String COURT_RESULT = "task_record_court_result";

  @Autowired
  private CaseWorld world;
  @Autowired
  private OutsideNotices notices;
  @Autowired
  private TellPartner tellPartner;

  private ArrearsRow older;
  private ArrearsRow younger;

  /** Two accounts, of which the older alone is old enough for the court. */
  private TestedCase atCourt() {
    older = world.account(190);
    younger = world.accountOf(older.debtorId(), 100).owes("700.00");
    world.load(older, younger);
    TestedCase opened = world.caseOf(older);
    world.moveTo("2007-09-17T09:00:00Z");
    opened.submit(Worker.LEGAL_OFFICER, "APPROVED");
    world.runDueJobs();
    return opened;
  }

  private TestedCase placed() {
    older = world.account(400);
    younger = world.accountOf(older.debtorId(), 250).owes("700.00");
    world.load(older, younger);
    TestedCase opened = world.caseOf(older);
    world.moveTo("2007-09-03T09:00:00Z");
    opened.submit(Worker.OUTSOURCING_OFFICER, Map.of("outcome", "APPROVED", "partnerId", "agency1"));
    world.runDueJobs();
    assertThat(opened.process()).isWaitingAt("place_in_outsourcing");
    return opened;
  }

  private void assertStillAtCourt(TestedCase its) {
    assertThat(its.facts().stage()).isEqualTo(Stage.LEGAL);
    assertThat(its.process()).isWaitingAt("court_in_legal").hasNotPassed("case_changed");
    assertThat(its.task(COURT_RESULT)).isNotNull();
    assertThat(its.task("task_review_court_case")).isNull();
    assertThat(its.messages()).filteredOn(message -> message.contains("before-court")).hasSize(1);
    assertThat(world.filesIn("court")).hasSize(1);
    assertThat(world.database.sql("select status from court_filing where case_number = :case")
        .param("case", its.number()).query(String.class).list()).containsExactly("FILED");
  }

  private List<String> toTell(TestedCase its, Who who) {
    return notices.toTell(its.number(), who).stream().map(OutsideNotices.Change::what).toList();
  }

  private void tellCourt(TestedCase its, String outcome) {
    its.submit(Worker.LEGAL_OFFICER, its.task(TELL_COURT), Map.of("outcome", outcome));
  }

  @Test
  void aPartPaymentLeavesTheSuitWhereItIsAndSomebodyCorrectsIt() {
    TestedCase atCourt = atCourt();
    world.moveDays(1);

    world.pay(older, "460.00");
    assertStillAtCourt(atCourt);
    assertThat(toTell(atCourt, Who.COURT)).containsExactly("PART_PAID");
    Task tell = atCourt.task(TELL_COURT);
    assertThat(tell.getDueDate().toInstant()).isEqualTo(Instant.parse("2007-09-20T06:00:00Z"));
    assertThat(tell.getPriority()).isEqualTo(80);

    world.pay(younger, "10.00");
    assertThat(atCourt.task(TELL_COURT).getId()).as("one task, not two").isEqualTo(tell.getId());
    tellCourt(atCourt, "GOES_ON");
    assertThat(atCourt.task(TELL_COURT)).isNull();

    world.load(older.owes("0.00").asOf(world.today()), younger.owes("690.00").asOf(world.today()));
    assertThat(atCourt.task(TELL_COURT)).as("told already").isNull();
    world.moveDays(67);
    assertStillAtCourt(atCourt);
    assertThat(atCourt.openTask()).startsWith(COURT_RESULT);

    world.pay(younger, "20.00");
    assertThat(toTell(atCourt, Who.COURT)).containsExactly("PART_PAID");
  }

  @Test
  void afterTheSuitThePartPaymentPutsTheCaseWhereItsAgeIs() {
    TestedCase atCourt = atCourt();
    world.pay(older, "460.00");
    assertThat(atCourt.facts().stage()).isEqualTo(Stage.LEGAL);

    atCourt.submit(Worker.LEGAL_OFFICER, atCourt.task(COURT_RESULT), Map.of("outcome", "DISMISSED"));

    assertThat(atCourt.facts().stage()).isEqualTo(Stage.VISIT);
    assertThat(atCourt.process()).hasPassedInOrder("court_in_legal", "case_changed").isWaitingAt("stage_visit");
    assertThat(atCourt.task(TELL_COURT)).as("the court asks for nothing any more").isNull();
    assertThat(toTell(atCourt, Who.COURT)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"TAKEN_BACK, task_tell_court", "DISMISSED, task_record_court_result"})
  void aCaseThatIsPaidIsClosedWhenItsSuitIs(String outcome, String task) {
    TestedCase atCourt = atCourt();

    world.pay(older, "460.00");
    world.pay(younger, "700.00");

    assertStillAtCourt(atCourt);
    assertThat(toTell(atCourt, Who.COURT)).containsExactly("PART_PAID", "PAID");
    assertThat(atCourt.facts().status()).isEqualTo(Status.OPEN);
    world.moveDays(20);
    world.load(older.owes("0.00").asOf(world.today()));
    assertStillAtCourt(atCourt);
    assertThat(toTell(atCourt, Who.COURT)).containsExactly("PART_PAID", "PAID");

    ProcessInstance telling = world.engine.getRuntimeService().createProcessInstanceQuery()
        .processInstanceBusinessKey(atCourt.number()).processDefinitionKey("tell-court").singleResult();
    atCourt.submit(Worker.LEGAL_OFFICER, atCourt.task(task), Map.of("outcome", outcome, "note", "wrote to the court"));

    assertThat(telling).isEnded()
        .hasPassed(outcome.equals("TAKEN_BACK") ? "end_suit_withdrawn" : "end_nothing_to_tell");
    assertThat(atCourt.process()).isEnded().hasPassedInOrder("court_in_legal", "case_changed", "end_cured");
    assertThat(atCourt.facts().closeReason()).isEqualTo(CloseReason.CURED);
    assertThat(atCourt.openTask()).isEqualTo("none");
    assertThat(world.caseOf(older).number()).isEqualTo(atCourt.number());
  }

  @Test
  void moneyThatIsTakenBackIsOwedBeforeTheSameCourt() {
    TestedCase atCourt = atCourt();
    String first = world.pay(older, "460.00");
    world.pay(younger, "700.00");
    tellCourt(atCourt, "GOES_ON");
    world.moveDays(3);

    world.reverse(older, "460.00", first);

    assertStillAtCourt(atCourt);
    assertThat(toTell(atCourt, Who.COURT)).containsExactly("OWED_AGAIN");
    world.pay(older, "460.00");
    assertThat(toTell(atCourt, Who.COURT)).containsExactly("OWED_AGAIN", "PAID");
    assertThat(world.cases.openOf(older.debtorId())).containsExactly(atCourt.number());
    tellCourt(atCourt, "TAKEN_BACK");
    assertThat(atCourt.facts().status()).isEqualTo(Status.CLOSED);
  }

  @ParameterizedTest
  @EnumSource(value = Hold.Reason.class, names = {"BREATHING_SPACE", "INSOLVENCY", "DECEASED", "DISPUTE"})
  void aReasonToPauseStopsContactAndTheCourtIsTold(Hold.Reason reason) {
    TestedCase atCourt = atCourt();

    MatterKey hold = atCourt.hold(reason, world.today().plusDays(14).toString());

    assertStillAtCourt(atCourt);
    assertThat(atCourt.facts().status()).isEqualTo(Status.HELD);
    assertThat(toTell(atCourt, Who.COURT)).containsExactly(reason.name());
    tellCourt(atCourt, "GOES_ON");
    atCourt.submit(Worker.LEGAL_OFFICER, atCourt.task(COURT_RESULT), Map.of("outcome", "DISMISSED"));

    assertThat(atCourt.process()).as("what paused it meanwhile pauses it now").isWaitingAt("held");
    world.holdEnd.lift(hold, "supervisor1", "RESUMED");
    assertThat(atCourt.facts().status()).isEqualTo(Status.OPEN);
    assertThat(atCourt.process()).isWaitingAt("stage_legal");
  }

  @Test
  void aStayedSuitIsLookedAtOnItsDayOrAsSoonAsNothingPausesItAnyMore() {
    TestedCase atCourt = atCourt();
    MatterKey hold = atCourt.hold(Hold.Reason.INSOLVENCY, world.today().plusDays(300).toString());
    Task tell = atCourt.task(TELL_COURT);
    assertThatThrownBy(() -> atCourt.submit(Worker.LEGAL_OFFICER, tell, Map.of("outcome", "STAYED")))
        .hasMessageContaining("stayedUntil: must be a date");
    assertThatThrownBy(() -> atCourt.submit(Worker.LEGAL_OFFICER, tell,
        Map.of("outcome", "STAYED", "stayedUntil", "2007-09-17"))).hasMessageContaining("stayedUntil: must lie ahead");
    assertThatThrownBy(() -> atCourt.submit(Worker.LEGAL_OFFICER, tell, Map.of("outcome", "X")))
        .hasMessageContaining("outcome");
    atCourt.submit(Worker.LEGAL_OFFICER, tell, Map.of("outcome", "STAYED", "stayedUntil", "2007-12-10"));
    assertThat(atCourt.timeline("COURT")).endsWith("The court was told: stayed until 2007-12-10");

    assertThat(atCourt.task(TELL_COURT)).isNull();
    world.moveTo("2007-12-10T05:59:00Z");
    assertThat(atCourt.task(TELL_COURT)).isNull();
    world.moveTo("2007-12-10T06:00:00Z");
    assertThat(atCourt.task(TELL_COURT).getDueDate().toInstant()).isEqualTo(Instant.parse("2007-12-12T06:00:00Z"));
    atCourt.submit(Worker.LEGAL_OFFICER, atCourt.task(TELL_COURT),
        Map.of("outcome", "STAYED", "stayedUntil", "2008-06-10"));

    world.holdEnd.lift(hold, "supervisor1", "RESUMED");
    world.runDueJobs();
    assertThat(toTell(atCourt, Who.COURT)).containsExactly("INSOLVENCY", "RESUMED");
    assertThat(atCourt.task(TELL_COURT)).isNotNull();
    assertStillAtCourt(atCourt);
    tellCourt(atCourt, "GOES_ON");
    assertThat(atCourt.process()).isWaitingAt("court_in_legal");
  }

  @Test
  void anotherAccountJoinsAndAReAgedDueDateChangesNothing() {
    TestedCase atCourt = atCourt();

    world.load(world.accountOf(older.debtorId(), 5).owes("90.00"));
    world.load(older.asOf(world.today()).daysPastDue(20), younger.asOf(world.today()).daysPastDue(10));

    assertStillAtCourt(atCourt);
    assertThat(world.cases.openOf(older.debtorId())).containsExactly(atCourt.number());
    assertThat(atCourt.task(TELL_COURT)).as("nothing of it is the court's").isNull();
    world.moveDays(100);
    assertStillAtCourt(atCourt);
  }

  @Test
  void aCaseThatTheCreditorTakesBackEndsWithItsSuit() {
    TestedCase atCourt = atCourt();

    world.lifecycle.withdraw(atCourt.number(), "supervisor1", "Sold to a bank");

    assertStillAtCourt(atCourt);
    assertThat(toTell(atCourt, Who.COURT)).containsExactly("WITHDRAWN");
    world.load(older.asOf(world.today()));
    assertThat(toTell(atCourt, Who.COURT)).containsExactly("WITHDRAWN");
    tellCourt(atCourt, "TAKEN_BACK");
    assertThat(atCourt.process()).isEnded().hasPassed("end_withdrawn");
    assertThat(atCourt.facts().closeReason()).isEqualTo(CloseReason.WITHDRAWN);
  }

  @Test
  void whereTheProcessWasDeletedTheCourtIsToldBeforeAnotherSuitBegins() {
    TestedCase atCourt = atCourt();
    world.engine.getRuntimeService().deleteProcessInstance(atCourt.process().getId(), "by mistake", true);

    assertThat(world.lifecycle.restart(atCourt.number(), "supervisor1")).isTrue();

    assertThat(toTell(atCourt, Who.COURT)).containsExactly("STAGE_LEFT");
    assertThat(atCourt.task(TELL_COURT)).isNotNull();
    tellCourt(atCourt, "TAKEN_BACK");
    assertThat(toTell(atCourt, Who.COURT)).isEmpty();
  }

  @Test
  void aPartPaymentLeavesThePlacementWhereItIs() {
    TestedCase placed = placed();
    world.moveDays(4);

    world.pay(older, "460.00");
    world.moveDays(1);

    assertThat(placed.facts().stage()).isEqualTo(Stage.OUTSOURCING);
    assertThat(placed.process()).isWaitingAt("place_in_outsourcing").hasNotPassed("case_changed");
    assertThat(placed.openTask()).startsWith("task_follow_placement");
    assertThat(placed.messages()).isEmpty();
    assertThat(world.filesIn("outsourcing")).hasSize(1);

    placed.submit(Worker.OUTSOURCING_OFFICER, "RETURNED");
    assertThat(placed.facts().stage()).as("250 days old").isEqualTo(Stage.LEGAL);
  }

  @Test
  void aCaseThatIsPaidIsRecalledAndThePartnerIsTold() {
    TestedCase placed = placed();

    world.pay(younger, "700.00");
    world.pay(older, "460.00");

    assertThat(placed.process()).isEnded().hasPassed("end_cured");
    assertThat(placed.timeline("PLACEMENT")).endsWith("Recalled from the partner: PAID");
    assertThat(toTell(placed, Who.PARTNER)).containsExactly("PAID");
    assertThat(placed.openTask()).startsWith(TELL_PARTNER);
    placed.submit(Worker.OUTSOURCING_OFFICER, "TAKEN_BACK");
    assertThat(placed.openTask()).isEqualTo("none");
  }

  @Test
  void whatAPartnerAcknowledgesByFileNobodyHasToTellIt() {
    TestedCase placed = placed();
    world.pay(younger, "700.00");
    world.pay(older, "460.00");
    ProcessInstance telling = world.engine.getRuntimeService().createProcessInstanceQuery()
        .processInstanceBusinessKey(placed.number()).processDefinitionKey("tell-partner").singleResult();

    tellPartner.acknowledged(placed.number(), "agency1", world.now(), Set.of());

    assertThat(telling).isEnded().hasPassedInOrder("change_acknowledged", "end_partner_acknowledged")
        .hasNotPassed("end_partner_told");
    assertThat(placed.openTask()).isEqualTo("none");
    assertThat(toTell(placed, Who.PARTNER)).isEmpty();
  }

  @Test
  void aPausedPlacementGoesOnOrIsTakenBack() {
    TestedCase placed = placed();
    MatterKey hold = placed.hold(Hold.Reason.CREDITOR_REQUEST, "2007-10-01");
    placed.hold(Hold.Reason.VULNERABLE, "2007-10-01");

    assertThat(placed.facts().status()).isEqualTo(Status.HELD);
    assertThat(placed.process()).isWaitingAt("place_in_outsourcing");
    assertThat(toTell(placed, Who.PARTNER)).containsExactly("CREDITOR_REQUEST", "VULNERABLE");
    placed.submit(Worker.OUTSOURCING_OFFICER, placed.task(TELL_PARTNER), Map.of("outcome", "GOES_ON"));
    world.holdEnd.lift(hold, "supervisor1", "RESUMED");
    assertThat(toTell(placed, Who.PARTNER)).containsExactly("RESUMED");
    placed.hold(Hold.Reason.DECEASED, "2007-10-01");

    placed.submit(Worker.OUTSOURCING_OFFICER, placed.task(TELL_PARTNER), Map.of("outcome", "TAKEN_BACK"));

    assertThat(placed.process()).isWaitingAt("held");
    assertThat(placed.timeline("PLACEMENT")).contains("Back from the partner: recalled");
    assertThat(placed.task("task_follow_placement")).isNull();
  }

  @Test
  void aPlacementThatIsNotHandedOverYetEndsWithItsReason() {
    older = world.account(400);
    TestedCase opened = world.open(older);
    world.moveTo("2007-09-03T09:00:00Z");
    opened.submit(Worker.OUTSOURCING_OFFICER, Map.of("outcome", "APPROVED", "partnerId", "agency1"));

    world.pay(older, "460.00");
    world.runDueJobs();

    assertThat(opened.process()).isEnded().hasPassed("end_cured");
    assertThat(world.filesIn("outsourcing")).isEmpty();
    assertThat(opened.openTask()).as("the partner never knew").isEqualTo("none");
    assertThat(world.outstanding(older)).isEqualByComparingTo(BigDecimal.ZERO);
  }
}
