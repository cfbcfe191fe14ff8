package io.remit.process.story;

import static java.util.Map.entry;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;

import io.remit.batch.BatchDesk;
import io.remit.cases.CollectionCase.Status;
import io.remit.cases.Stage;
import io.remit.complaint.Complaints;
import io.remit.division.Collector;
import io.remit.division.CollectorRegister;
import io.remit.hold.Hold;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.batch.Batch;
import org.camunda.bpm.engine.runtime.Job;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.ApplicationContext;

/** What a manager orders for many cases is done to each as it would be by itself, or refused with the reason. */
@ProcessTest
class CaseBatchTest {

  private static final String PAUSE = "\"action\": \"HOLD\", \"hold\": \"CREDITOR_REQUEST\"";
  private static final String GO_ON = "\"action\": \"RELEASE\", \"hold\": \"CREDITOR_REQUEST\"";
  private static int products;

  @Autowired
  private CaseWorld world;
  @Autowired
  private ApplicationContext application;
  @Autowired
  private Complaints complaints;
  @Autowired
  private CollectorRegister register;

  private BatchDesk desk;
  private String product;

  /** Each test selects its own cases by their product. */
  @BeforeEach
  void begin() {
    desk = new BatchDesk(application);
    product = "BATCH-" + ++products;
  }

  @AfterEach
  void forget() {
    ManagementService management = world.engine.getManagementService();
    management.createBatchQuery().list().forEach(batch -> management.deleteBatch(batch.getId(), true));
    world.database.sql("delete from collector_absence").update();
    register.remove(Worker.COLLECTOR.id());
    register.remove(Worker.OTHER_COLLECTOR.id());
  }

  @Test
  void aDebtThatIsTooOldToBeSuedForIsNotMovedToCourt() {
    TestedCase old = open(1500);
    TestedCase young = open(100);

    long batch = desk.order(order("\"action\": \"STAGE\", \"toStage\": \"LEGAL\""));
    world.runDueJobs();

    assertThat(desk.report(batch)).containsEntry(old.number(), "REFUSED TIME_BARRED")
        .containsEntry(young.number(), "DONE");
  }

  @Test
  void casesArePausedAndEachThatCannotBeIsRefusedWithTheReason() {
    TestedCase atCourt = open(200);
    world.moveTo("2007-09-17T09:00:00Z");
    atCourt.submit(Worker.LEGAL_OFFICER, "APPROVED");
    TestedCase free = open(40);
    TestedCase held = open(40);
    held.hold(Hold.Reason.CREDITOR_REQUEST, "2007-09-24");
    ArrearsRow toBePaid = account(40);
    TestedCase paid = world.open(toBePaid);
    assertThat(desk.wouldRefuse(order(PAUSE))).containsExactly("HELD_ALREADY 1", "AT_COURT 1");

    long batch = desk.order(order(PAUSE + ", \"until\": \"2007-10-15\""));

    assertThat(desk.status(batch)).isEqualTo("RUNNING");
    assertThat(desk.report(batch)).containsEntry(free.number(), "WAITING");
    Batch shown = world.engine.getManagementService().createBatchQuery().batchId(desk.engineBatchOf(batch))
        .singleResult();
    assertThat(shown.getType()).isEqualTo("case-batch");
    assertThat(shown.getCreateUserId()).isEqualTo("manager1");
    world.pay(toBePaid, "460.00");
    world.runDueJobs();

    assertThat(desk.status(batch)).isEqualTo("FINISHED");
    assertThat(desk.report(batch)).containsOnly(entry(free.number(), "DONE"),
        entry(held.number(), "REFUSED HELD_ALREADY"), entry(paid.number(), "REFUSED CLOSED"),
        entry(atCourt.number(), "REFUSED AT_COURT"));
    assertThat(free.process()).isWaitingAtExactly("held");
    assertThat(free.openTask()).isEqualTo("task_review_hold 2007-10-01T06:00:00Z");
    assertThat(free.dueDates(free.matter("hold-review")))
        .containsOnly(entry("hold_runs_out", Instant.parse("2007-10-15T06:00:00Z")));
    assertThat(free.holds()).singleElement().satisfies(hold -> {
      assertThat(hold.raisedBy()).isEqualTo("manager1");
      assertThat(hold.note()).isEqualTo("The creditor wants it so");
    });
    assertThat(free.timeline("HOLD")).containsExactly("Collection is paused: CREDITOR_REQUEST");
    assertThat(free.timeline("BATCH")).containsExactly("Part of batch " + batch + ": hold: The creditor wants it so");
    assertThat(held.holds()).hasSize(1);
    assertThat(atCourt.facts().status()).isEqualTo(Status.OPEN);
    assertThat(world.engine.getManagementService().createBatchQuery().count()).isZero();
  }

  @Test
  void aJobThatRunsAgainDoesNothingTwice() {
    TestedCase paused = open(40);
    long batch = desk.order(order(PAUSE));
    world.runDueJobs();

    desk.workAgain(batch);

    assertThat(desk.report(batch)).containsOnly(entry(paused.number(), "DONE"));
    assertThat(paused.holds()).hasSize(1);
    assertThat(paused.timeline("BATCH")).hasSize(1);
  }

  @Test
  void oneCaseThatFailsHoldsUpNoOtherAndIsDoneWhenItIsTriedAgain() {
    TestedCase first = open(40);
    TestedCase broken = open(40);
    TestedCase last = open(40);
    setProcessOf(broken, "gone");

    long batch = desk.order(order(PAUSE));
    world.runDueJobs();

    assertThat(desk.report(batch)).containsOnly(entry(first.number(), "DONE"), entry(broken.number(), "FAILED"),
        entry(last.number(), "DONE"));
    assertThat(desk.status(batch)).isEqualTo("STOPPED");
    assertThat(broken.holds()).as("nothing of it is left").isEmpty();
    assertThat(first.holds()).hasSize(1);
    Job failed = world.engine.getManagementService().createJobQuery().noRetriesLeft().singleResult();
    assertThat(failed.getExceptionMessage()).isEqualTo("1 cases of batch " + batch + " failed");

    setProcessOf(broken, broken.process().getId());
    world.engine.getManagementService().setJobRetries(failed.getId(), 1);
    assertThat(desk.status(batch)).isEqualTo("RUNNING");
    world.runDueJobs();

    assertThat(desk.status(batch)).isEqualTo("FINISHED");
    assertThat(desk.report(batch)).containsEntry(broken.number(), "DONE");
    assertThat(broken.process()).isWaitingAtExactly("held");
    assertThat(first.holds()).hasSize(1);
  }

  @Test
  void aBatchThatIsSuspendedWaitsAndGoesOnWhenItIsActivated() {
    TestedCase opened = open(40);
    long batch = desk.order(order(PAUSE));
    ManagementService management = world.engine.getManagementService();

    management.suspendBatchById(desk.engineBatchOf(batch));
    world.runDueJobs();
    assertThat(desk.status(batch)).isEqualTo("SUSPENDED");
    assertThat(opened.facts().status()).isEqualTo(Status.OPEN);

    management.activateBatchById(desk.engineBatchOf(batch));
    world.runDueJobs();
    assertThat(desk.status(batch)).isEqualTo("FINISHED");
    assertThat(opened.facts().status()).isEqualTo(Status.HELD);
  }

  @Test
  void pausesEndInAnyPlaceOfTheirReviewAndOtherPausesStay() {
    TestedCase extended = open(40);
    extended.hold(Hold.Reason.CREDITOR_REQUEST, "2007-09-10");
    extended.submit(Worker.SUPERVISOR, Map.of("outcome", "EXTEND", "reviewDate", "2007-10-01"));
    TestedCase inNeed = open(40);
    inNeed.hold(Hold.Reason.CREDITOR_REQUEST, "2007-09-10");
    inNeed.hold(Hold.Reason.HARDSHIP, "2007-09-20");
    TestedCase free = open(40);

    long batch = desk.order(order(GO_ON));
    world.runDueJobs();

    assertThat(desk.report(batch)).containsOnly(entry(extended.number(), "DONE"), entry(inNeed.number(), "DONE"),
        entry(free.number(), "REFUSED NOT_HELD"));
    assertThat(extended.process()).isWaitingAt("stage_telephone");
    assertThat(extended.matter("hold-review")).isNull();
    assertThat(extended.dueDates()).containsEntry("timer_visit_due", Instant.parse("2007-10-23T06:00:00Z"));
    assertThat(extended.timeline("HOLD")).endsWith("Collection goes on: CREDITOR_REQUEST");
    assertThat(inNeed.process()).isWaitingAtExactly("held");
    assertThat(inNeed.matter("hardship")).isNotNull();
  }

  @Test
  void aCaseThatIsMovedBackStaysAsLongAsTheStageLastsAndNoPaymentBringsItAhead() {
    ArrearsRow account = account(150);
    TestedCase moved = world.open(account);
    assertThat(moved.process()).isWaitingAt("stage_visit");

    desk.order(order("\"action\": \"STAGE\", \"toStage\": \"TELEPHONE\""));
    world.runDueJobs();

    assertThat(moved.process()).hasPassedInOrder("case_changed", "what_changed", "decide_stage")
        .isWaitingAt("stage_telephone");
    assertThat(moved.timeline("MOVED"))
        .containsExactly("Moved from stage VISIT to TELEPHONE: The creditor wants it so");
    assertThat(moved.dueDates()).containsEntry("telephone_treatment_due", Instant.parse("2007-09-03T09:00:00Z"))
        .containsEntry("timer_visit_due", Instant.parse("2007-11-02T06:00:00Z"));
    world.moveTo("2007-09-03T09:00:00Z");
    assertThat(moved.openTask()).isEqualTo("task_call_debtor 2007-09-03T20:00:00Z");

    world.moveDays(7);
    world.load(account.asOf(world.today()));
    world.pay(account, "60.00");
    assertThat(moved.process()).as("what changes no due date changes no stage").isWaitingAt("stage_telephone");
    world.load(account.dueOn(account.dueDate().plusDays(30)).owes("300.00"));
    assertThat(moved.facts().stage()).isEqualTo(Stage.TELEPHONE);
    assertThat(moved.dueDates()).containsEntry("timer_visit_due", Instant.parse("2007-11-02T06:00:00Z"));
    assertThat(moved.timeline("REAGED")).isEmpty();

    world.moveTo("2007-11-02T06:00:00Z");
    assertThat(moved.process()).hasPassed("timer_visit_due").isWaitingAt("stage_visit");
    assertThat(moved.dueDates()).containsEntry("timer_legal_due", Instant.parse("2008-01-31T06:00:00Z"));
  }

  @Test
  void aCaseThatIsMovedAheadGoesThroughTheReviewOfItsStageAndBackWhenTheDebtorPays() {
    ArrearsRow account = account(40);
    TestedCase moved = world.open(account);

    desk.order(order("\"action\": \"STAGE\", \"toStage\": \"LEGAL\""));
    world.runDueJobs();

    assertThat(moved.process()).isWaitingAt("stage_legal").hasNotPassed("stage_visit");
    assertThat(moved.dueDates()).containsEntry("timer_outsourcing_due", Instant.parse("2008-03-06T06:00:00Z"));
    world.moveTo("2007-09-18T09:00:00Z");
    assertThat(moved.task("task_review_court_case")).isNotNull();
    assertThat(world.filesIn("court")).isEmpty();
    world.load(account.asOf(world.today()));
    assertThat(moved.facts().stage()).as("the creditor's next file changes nothing").isEqualTo(Stage.LEGAL);

    world.load(account.dueOn(account.dueDate().plusDays(30)).owes("300.00"));

    assertThat(moved.facts().stage()).isEqualTo(Stage.MESSAGE);
    assertThat(moved.task()).isNull();
    assertThat(moved.dueDates()).containsEntry("timer_telephone_due",
        account.dueDate().plusDays(30).atTime(6, 0).atZone(ZoneOffset.UTC).toInstant());
  }

  @Test
  void nobodyIsPressedHarderWhoIsProtectedWasGivenTimeOrWaitsForAnAnswer() {
    TestedCase held = open(40);
    held.hold(Hold.Reason.HARDSHIP, "2007-09-20");
    TestedCase frail = open(40);
    frail.hold(Hold.Reason.VULNERABLE, "2007-09-20");
    TestedCase promised = open(40);
    TestedCase complained = open(40);
    complaints.open(complained.number(), "CALL", null, "They were rude", "collector1");
    TestedCase notDue = open(0);
    TestedCase there = open(200);
    TestedCase placed = handedOver();
    world.moveTo("2007-09-03T09:00:00Z");
    promised.submitPromise(Worker.COLLECTOR, "460.00", "2007-09-10");

    long batch = desk.order(order("\"action\": \"STAGE\", \"toStage\": \"LEGAL\""));
    world.runDueJobs();

    assertThat(desk.report(batch)).containsOnly(entry(held.number(), "REFUSED ON_HOLD"),
        entry(frail.number(), "REFUSED PROTECTED"), entry(promised.number(), "REFUSED PROMISED"),
        entry(complained.number(), "REFUSED COMPLAINED"), entry(notDue.number(), "REFUSED NOT_OVERDUE"),
        entry(there.number(), "REFUSED SAME_STAGE"), entry(placed.number(), "REFUSED WITH_PARTNER"));
    assertThat(held.process()).isWaitingAtExactly("held");
    assertThat(frail.facts().stage()).isEqualTo(Stage.TELEPHONE);
    assertThat(placed.openTask()).startsWith("task_follow_placement");
  }

  @Test
  void casesChangeHandsWithTheDebtorsOthersButNotToWhomHeComplainedAbout() {
    ArrearsRow first = account(40);
    TestedCase inEuro = world.open(first);
    TestedCase inDollar = world.open(world.accountOf(first.debtorId(), 40).currency("USD").with("product", product));
    TestedCase complained = open(40);
    complaints.open(complained.number(), "CALL", Worker.OTHER_COLLECTOR.id(), "He shouted", "collector1");
    employ();
    world.moveTo("2007-09-03T09:00:00Z");

    long batch = desk.order(order("\"action\": \"REASSIGN\", \"toCollector\": \"collector2\""));
    world.runDueJobs();

    assertThat(desk.report(batch)).containsOnly(entry(inEuro.number(), "DONE"), entry(inDollar.number(), "DONE"),
        entry(complained.number(), "REFUSED BARRED"));
    assertThat(inEuro.facts().collector()).isEqualTo("collector2");
    assertThat(inEuro.openTask()).isEqualTo("task_call_debtor 2007-09-03T20:00:00Z");
    assertThat(inEuro.task().getAssignee()).isEqualTo("collector2");
    assertThat(inDollar.facts().collector()).isEqualTo("collector2");
    assertThat(inEuro.timeline("DIVIDED")).last().asString().endsWith("The creditor wants it so");
    assertThat(desk.wouldRefuse(order("\"action\": \"REASSIGN\", \"toCollector\": \"collector2\"")))
        .containsExactly("SAME_COLLECTOR 2", "BARRED 1");

    long back = desk.order(order("\"action\": \"REASSIGN\", \"toCollector\": \"collector1\""));
    register.addAbsence(Worker.COLLECTOR.id(), "2007-09-03", "2007-09-04", "supervisor1");
    world.runDueJobs();
    assertThat(desk.report(back)).as("who went away meanwhile gets nothing").containsValue("REFUSED NOT_ACCEPTED")
        .doesNotContainValue("DONE").doesNotContainValue("FAILED");
  }

  @Test
  void aCaseThatIsRecalledComesBackAsByAnOfficerWhoeverHasTheTask() {
    TestedCase placed = handedOver();
    world.engine.getTaskService().setAssignee(placed.task().getId(), Worker.OUTSOURCING_OFFICER.id());
    TestedCase elsewhere = open(40);
    world.moveTo("2007-09-20T10:00:00Z");

    long batch = desk.order(order("\"action\": \"RECALL\""));
    world.runDueJobs();

    assertThat(desk.report(batch)).containsOnly(entry(placed.number(), "DONE"),
        entry(elsewhere.number(), "REFUSED NOT_PLACED"));
    assertThat(placed.process()).isWaitingAt("outsourcing_treatment_due");
    assertThat(placed.dueDates()).containsEntry("outsourcing_treatment_due", Instant.parse("2007-10-03T09:00:00Z"));
    assertThat(placed.timeline("PLACEMENT")).contains("Back from the partner: recalled");
    assertThat(placed.openTask()).isEqualTo("none");
    assertThat(placed.timeline("BATCH")).hasSize(1);
    assertThat(desk.wouldRefuse(order("\"action\": \"RECALL\""))).containsExactly("NOT_PLACED 2");
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', value = {
      "\"action\": \"HOLD\", \"hold\": \"HARDSHIP\"|hold: is decided case by case; for many cases there are",
      "\"action\": \"RELEASE\", \"hold\": \"DISPUTE\"|hold: is decided case by case",
      "\"action\": \"HOLD\", \"hold\": \"CREDITOR_REQUEST\", \"until\": \"2007-09-03\"|until: must lie ahead",
      "\"action\": \"STAGE\", \"toStage\": \"REMINDER\"|toStage: must be one of MESSAGE, TELEPHONE",
      "\"action\": \"REASSIGN\", \"toCollector\": \"legal1\"|toCollector: must be the id of a collector",
      "\"action\": \"CLOSE\"|action: must be one of HOLD, RELEASE, STAGE, REASSIGN, RECALL"})
  void whatIsNotForManyCasesIsRefusedAsAWhole(String action, String message) {
    assertThatThrownBy(() -> desk.wouldRefuse(order(action))).hasMessageStartingWith(message);
  }

  private ArrearsRow account(int daysPastDue) {
    return world.account(daysPastDue).with("product", product);
  }

  private TestedCase open(int daysPastDue) {
    return world.open(account(daysPastDue));
  }

  private TestedCase handedOver() {
    TestedCase placed = open(400);
    world.moveTo("2007-09-03T09:00:00Z");
    placed.submit(Worker.OUTSOURCING_OFFICER, Map.of("outcome", "APPROVED", "partnerId", "agency1"));
    world.runDueJobs();
    return placed;
  }

  private void employ() {
    for (Worker worker : new Worker[] {Worker.COLLECTOR, Worker.OTHER_COLLECTOR}) {
      register.save(new Collector(worker.id(), Set.of("en"), Set.of(), Set.of(), Set.of(), 400,
          EnumSet.range(DayOfWeek.MONDAY, DayOfWeek.FRIDAY)));
    }
  }

  private void setProcessOf(TestedCase each, String processInstanceId) {
    world.database.sql("update collection_case set process_instance_id = :process where case_number = :case")
        .param("process", processInstanceId).param("case", each.number()).update();
  }

  /** An order for the cases of this test. */
  private String order(String action) {
    return "{%s, \"select\": {\"product\": \"%s\"}}".formatted(action, product);
  }
}
