package io.remit.process.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;

import io.remit.cases.Booking;
import io.remit.cases.Bookings;
import io.remit.cases.CollectionCase.CloseReason;
import io.remit.cases.CollectionCase.Status;
import io.remit.cases.FollowUp;
import io.remit.cases.FollowUp.Why;
import io.remit.cases.FollowUpRepository;
import io.remit.intake.delivery.ArrearsResult;
import io.remit.ledger.LedgerEntry.Type;
import io.remit.ledger.PostingResult.Outcome;
import io.remit.process.CaseModel;
import io.remit.process.engine.LostCases;
import io.remit.statement.CamtFile;
import java.math.BigDecimal;
import java.util.Map;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Money is booked whatever the engine does; the case follows when it can, and somebody sees that it waits. */
@ProcessTest
class FollowUpTest {

  @Autowired
  private CaseWorld world;
  @Autowired
  private Bookings bookings;
  @Autowired
  private FollowUpRepository waiting;
  @Autowired
  private LostCases lostCases;

  private RuntimeService runtime;

  @BeforeEach
  void runtime() {
    runtime = world.engine.getRuntimeService();
    world.database.sql("delete from case_follow_up").update();
  }

  @AfterEach
  void activateAll() {
    world.engine.getRepositoryService().activateProcessDefinitionByKey(CaseModel.KEY, true, null);
  }

  private TestedCase suspended(ArrearsRow account) {
    TestedCase opened = world.open(account);
    runtime.suspendProcessInstanceById(opened.process().getId());
    return opened;
  }

  private FollowUp waitsFor(ArrearsRow account) {
    return waiting.waiting(100_000).stream().filter(each -> each.debtorId().equals(account.debtorId())).findFirst()
        .orElseThrow();
  }

  private void isCuredOnceItIsActive(TestedCase opened, ArrearsRow account) {
    assertThat(world.outstanding(account)).isEqualByComparingTo("0.00");
    assertThat(opened.facts().status()).isEqualTo(Status.OPEN);
    assertThat(opened.timeline("FOLLOW_UP")).containsExactly("The case cannot follow its accounts yet: SUSPENDED");
    assertThat(waitsFor(account).why()).isEqualTo(Why.SUSPENDED);
    world.moveDays(20);
    assertThat(opened.contacts()).isEmpty();
    assertThat(waitsFor(account).tries()).isPositive();

    runtime.activateProcessInstanceById(opened.process().getId());
    world.runDueJobs();

    assertThat(opened.process()).isEnded().hasPassed("end_cured");
    assertThat(opened.facts().closeReason()).isEqualTo(CloseReason.CURED);
    assertThat(opened.contacts()).isEmpty();
    assertThat(waiting.waiting(100)).isEmpty();
  }

  @Test
  void aPaymentOfAFileIsBookedOnASuspendedCase() {
    ArrearsRow account = world.account(40);
    TestedCase opened = suspended(account);

    world.pay(account, "460.00");

    isCuredOnceItIsActive(opened, account);
  }

  @Test
  void aPaymentOfABankStatementIs() {
    ArrearsRow account = world.account(40);
    TestedCase opened = suspended(account);

    assertThat(world.payments(new CamtFile("F" + account.accountNumber(), "EUR")
        .credit("BANK-" + account.accountNumber(), "460.00", world.today(), account.accountNumber()).xml()).posted())
        .isEqualTo(1);

    isCuredOnceItIsActive(opened, account);
  }

  @Test
  void aSnapshotIs() {
    ArrearsRow account = world.account(40);
    TestedCase opened = suspended(account);

    ArrearsResult paid = world.load(account.with("outstanding_amount", "0.00").with("overdue_amount", "0.00"));

    assertThat(paid.updated()).isEqualTo(1);
    isCuredOnceItIsActive(opened, account);
  }

  @Test
  void anAccountThatACompleteFileLeavesOutIsClosedAllTheSame() {
    ArrearsRow account = world.account(40).with("product", "P-" + world.today() + "-X");
    ArrearsRow other = world.account(40).with("product", "P-" + world.today() + "-X");
    TestedCase opened = suspended(account);
    world.load(other);

    assertThat(world.loadComplete(other).closed()).isEqualTo(1);

    isCuredOnceItIsActive(opened, account);
  }

  @Test
  void aBookingByHandIs() {
    ArrearsRow account = world.account(40);
    TestedCase opened = suspended(account);

    assertThat(bookings.book(new Booking("H-" + account.accountNumber(), account.accountNumber(), Type.WAIVER,
        new BigDecimal("460.00"), world.today(), null, "supervisor1", "as agreed")).outcome())
        .isEqualTo(Outcome.POSTED);

    isCuredOnceItIsActive(opened, account);
  }

  @Test
  void aPaymentForWhichAPersonFoundTheAccountIs() {
    ArrearsRow account = world.account(40);
    TestedCase opened = suspended(account);
    world.payments(new CamtFile("G" + account.accountNumber(), "EUR")
        .credit("BANK-Y" + account.accountNumber(), "460.00", world.today(), "", "Nobody Known", "my debt").xml());
    Task task = world.engine.getTaskService().createTaskQuery().taskDefinitionKey("task_identify_payment")
        .singleResult();

    world.submit(Worker.SUPERVISOR, task, Map.of("outcome", "POST", "accountNumber", account.accountNumber()));

    isCuredOnceItIsActive(opened, account);
  }

  @Test
  void aPromiseThatIsSuspendedKeepsNoMoneyOutEither() {
    ArrearsRow account = world.account(40);
    TestedCase opened = world.open(account);
    world.moveTo("2007-09-03T14:00:00Z");
    opened.submitPromise(Worker.COLLECTOR, "460.00", "2007-09-10");
    runtime.suspendProcessInstanceById(opened.matter("promise").getId());

    world.pay(account, "460.00");

    assertThat(world.outstanding(account)).isEqualByComparingTo("0.00");
    assertThat(waitsFor(account).why()).isEqualTo(Why.SUSPENDED);
    runtime.activateProcessInstanceById(opened.matter("promise").getId());
    world.runDueJobs();
    assertThat(opened.facts().closeReason()).isEqualTo(CloseReason.CURED);
    assertThat(waiting.waiting(100)).isEmpty();
  }

  @Test
  void whatFailsWithTheCaseForAReasonThatNobodyForesawIsBookedWithoutIt() {
    ArrearsRow account = world.account(40);
    TestedCase opened = world.open(account);
    ArrearsRow neighbour = world.account(40);
    TestedCase healthy = world.open(neighbour);
    // The stage is a place that the model does not know: whatever the engine is told, it fails.
    world.database.sql("update collection_case set stage = 'NOWHERE' where case_number = :case")
        .param("case", opened.number()).update();
    String header = "payment_reference,account_number,type,amount,currency,value_date,reverses\n";
    String row = ",%s,PAYMENT,460.00,EUR," + world.today() + ",\n";

    var result = world.payments(header + "N1-" + account.accountNumber() + row.formatted(account.accountNumber())
        + "N2-" + account.accountNumber() + row.formatted(neighbour.accountNumber()));

    assertThat(result.rejected()).isEmpty();
    assertThat(result.posted()).isEqualTo(2);
    assertThat(world.outstanding(account)).isEqualByComparingTo("0.00");
    assertThat(healthy.facts().closeReason()).isEqualTo(CloseReason.CURED);
    assertThat(waitsFor(account).why()).isEqualTo(Why.FAILED);
    world.runDueJobs();
    assertThat(waitsFor(account).tries()).isPositive();

    world.database.sql("update collection_case set stage = 'TELEPHONE' where case_number = :case")
        .param("case", opened.number()).update();
    world.runDueJobs();
    assertThat(opened.facts().closeReason()).isEqualTo(CloseReason.CURED);
  }

  @Test
  void whileTheModelIsSuspendedAccountsAndMoneyComeInAndCasesOpenAfterwards() {
    ArrearsRow old = world.account(40);
    TestedCase opened = world.open(old);
    ArrearsRow fresh = world.account(40);
    world.engine.getRepositoryService().suspendProcessDefinitionByKey(CaseModel.KEY, true, null);

    assertThat(world.load(fresh).opened()).isEqualTo(1);
    world.pay(old, "460.00");
    world.pay(fresh, "60.00");

    assertThat(world.outstanding(fresh)).isEqualByComparingTo("400.00");
    assertThat(world.outstanding(old)).isEqualByComparingTo("0.00");
    assertThat(waitsFor(fresh).why()).isEqualTo(Why.NO_START);
    assertThat(waitsFor(old).why()).isEqualTo(Why.SUSPENDED);
    world.moveDays(3);
    world.engine.getRepositoryService().activateProcessDefinitionByKey(CaseModel.KEY, true, null);
    world.runDueJobs();

    assertThat(opened.facts().closeReason()).isEqualTo(CloseReason.CURED);
    assertThat(world.caseOf(fresh).process()).isWaitingAt("stage_telephone");
    assertThat(waiting.waiting(100)).isEmpty();
  }

  @Test
  void aCaseWhoseProcessSomebodyDeletedIsSeenAndStartsAgainAtTheStageOfItsAge() {
    ArrearsRow account = world.account(40);
    TestedCase opened = world.open(account);
    ArrearsRow paid = world.account(40);
    TestedCase cured = world.open(paid);
    runtime.deleteProcessInstance(opened.process().getId(), "by mistake");
    runtime.deleteProcessInstance(cured.process().getId(), "by mistake");

    lostCases.look();
    world.pay(paid, "460.00");
    world.pay(account, "60.00");

    assertThat(waitsFor(account).why()).isEqualTo(Why.GONE);
    assertThat(world.outstanding(account)).isEqualByComparingTo("400.00");
    world.moveDays(60);
    assertThat(opened.facts().status()).isEqualTo(Status.OPEN);

    assertThat(world.lifecycle.restart(opened.number(), "supervisor1")).isTrue();
    assertThat(world.lifecycle.restart(cured.number(), "supervisor1")).isTrue();
    world.runDueJobs();

    TestedCase again = new TestedCase(world, opened.number());
    assertThat(again.process()).isWaitingAt("stage_visit");
    assertThat(world.lifecycle.restart(opened.number(), "supervisor1")).as("it runs").isFalse();
    assertThat(cured.facts().closeReason()).isEqualTo(CloseReason.CURED);
    assertThat(waiting.waiting(100)).extracting(FollowUp::debtorId)
        .doesNotContain(account.debtorId(), paid.debtorId());
    assertThat(again.timeline("FOLLOW_UP")).containsExactly("The case cannot follow its accounts yet: GONE",
        "Started again: its process had been deleted", "The case follows its accounts again");
  }
}
