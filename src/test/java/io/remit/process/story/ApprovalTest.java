package io.remit.process.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.entry;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;

import io.remit.approval.ApprovalPolicy;
import io.remit.approval.Proposal;
import io.remit.approval.Withdrawals;
import io.remit.cases.Booking;
import io.remit.cases.Bookings;
import io.remit.cases.CollectionCase.CloseReason;
import io.remit.cases.CollectionCase.Status;
import io.remit.cases.InvalidInputException;
import io.remit.cases.MatterKey;
import io.remit.cases.Stage;
import io.remit.dispute.DisputeCorrections;
import io.remit.dispute.Disputes;
import io.remit.hold.Hold;
import io.remit.hold.HoldRequest;
import io.remit.hold.Objections;
import io.remit.ledger.LedgerEntry;
import io.remit.offer.OfferEntry;
import io.remit.offer.OfferRequest;
import io.remit.process.engine.MatterMigration;
import io.remit.statement.CamtFile;
import java.io.IOException;
import java.io.InputStream;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.springframework.beans.factory.annotation.Autowired;

/**
 * Nobody decides alone what gives money away or closes a case: small things apart, another person approves it first.
 */
@ProcessTest
class ApprovalTest {

  private static final Map<String, Object> YES = Map.of("outcome", "APPROVED");
  private static final Map<String, Object> NO = Map.of("outcome", "REJECTED", "note", "Nothing shows it");
  private static final AtomicInteger STATEMENTS = new AtomicInteger();

  @Autowired
  private CaseWorld world;
  @Autowired
  private Withdrawals withdrawals;
  @Autowired
  private ApprovalPolicy policy;
  @Autowired
  private DisputeCorrections corrections;
  @Autowired
  private Objections objections;
  @Autowired
  private OfferEntry offers;
  @Autowired
  private Bookings bookings;
  @Autowired
  private MatterMigration migration;

  private ArrearsRow account;
  private ProcessInstance dispute;

  private TestedCase caseOwing(String amount) {
    account = world.account(85).owes(amount);
    return world.open(account);
  }

  /** The debtor wrote, and a supervisor took it down. */
  private TestedCase caseDisputed(String owed, String raisedBy) {
    TestedCase opened = caseOwing(owed);
    world.holds.raise(HoldRequest.of(opened.number(), Hold.Reason.DISPUTE, "Says he paid", raisedBy));
    dispute = opened.matter("dispute");
    return opened;
  }

  private Map<String, Object> correctedTo(String amount) {
    return Map.of("outcome", "UPHELD_CORRECT", "accountNumber", account.accountNumber(), "correctedAmount", amount,
        "note", "The invoice was wrong");
  }

  private void claim(Worker worker, Task task) {
    world.as(worker, () -> world.engine.getTaskService().claim(task.getId(), worker.id()));
  }

  @Test
  void whoRaisedADisputeDoesNotDecideItNorTakesItsTaskNorIsGivenIt() {
    TestedCase disputed = caseDisputed("5601.00", "supervisor1");

    assertThatThrownBy(() -> disputed.submit(Worker.SUPERVISOR, correctedTo("0.01")))
        .hasMessageContaining("outcome: is for another person: you raised this dispute yourself");
    assertThatThrownBy(() -> disputed.submit(Worker.SUPERVISOR, Map.of("outcome", "UPHELD_CLOSE")))
        .hasMessageContaining("you raised this dispute yourself");
    assertThatThrownBy(() -> claim(Worker.SUPERVISOR, disputed.task()))
        .hasMessageContaining("task: is for another person: you raised this dispute yourself");
    assertThatThrownBy(() -> world.as(Worker.OTHER_SUPERVISOR,
        () -> world.engine.getTaskService().setAssignee(disputed.task().getId(), "supervisor1")))
        .hasMessageContaining("task: cannot be given to supervisor1, who had a part in it");

    assertThat(dispute).isWaitingAt("task_decide_dispute");
    assertThat(disputed.task().getAssignee()).isNull();
    assertThat(world.outstanding(account)).isEqualTo(new BigDecimal("5601.00"));
  }

  @Test
  void aLargeCorrectionWaitsForAThirdPersonAndNothingOfItHappensBefore() {
    TestedCase disputed = caseDisputed("5601.00", "supervisor1");

    disputed.submit(Worker.OTHER_SUPERVISOR, correctedTo("0.01"));

    assertThat(disputed.openTask()).isEqualTo("task_approve_change 2007-09-05T06:00:00Z");
    assertThat(dispute).isWaitingAt("task_approve_change").hasPassedInOrder("which_decision", "needs_approval")
        .hasNotPassed("correct_account", "tell_corrected");
    assertThat(world.outstanding(account)).isEqualTo(new BigDecimal("5601.00"));
    assertThat(disputed.facts().status()).isEqualTo(Status.HELD);
    assertThat(disputed.timeline("APPROVAL")).containsExactly("Another person decides on it: correction: EUR 5600.99");
    for (Worker involved : new Worker[] {Worker.SUPERVISOR, Worker.OTHER_SUPERVISOR}) {
      assertThatThrownBy(() -> disputed.submit(involved, YES)).hasMessageContaining("outcome: is for another person");
      assertThatThrownBy(() -> claim(involved, disputed.task())).hasMessageContaining("task: is for another person");
    }
    world.runContactWork();
    assertThat(disputed.messages()).isEmpty();

    claim(Worker.THIRD_SUPERVISOR, disputed.task());
    disputed.submit(Worker.THIRD_SUPERVISOR, YES);

    assertThat(dispute).isEnded().hasPassedInOrder("task_approve_change", "is_approved", "which_change",
        "correct_account", "tell_corrected", "end_corrected");
    assertThat(world.outstanding(account)).isEqualTo(new BigDecimal("0.01"));
    assertThat(disputed.timeline("APPROVAL")).containsExactly("Another person decides on it: correction: EUR 5600.99",
        "Approved by another person: correction");
  }

  @Test
  void whatIsNotApprovedIsDecidedAnew() {
    TestedCase disputed = caseDisputed("5601.00", "collector1");
    disputed.submit(Worker.SUPERVISOR, Map.of("outcome", "UPHELD_CLOSE"));

    assertThatThrownBy(() -> disputed.submit(Worker.OTHER_SUPERVISOR, Map.of("outcome", "REJECTED")))
        .hasMessageContaining("note: say why it is not approved");
    assertThatThrownBy(() -> disputed.submit(Worker.OTHER_SUPERVISOR, Map.of("outcome", "MAYBE")))
        .hasMessageContaining("outcome: must be one of APPROVED, REJECTED");
    disputed.submit(Worker.OTHER_SUPERVISOR, NO);

    assertThat(dispute).isWaitingAt("task_decide_dispute").hasNotPassed("tell_upheld", "uphold_objection");
    assertThat(disputed.facts().status()).isEqualTo(Status.HELD);
    assertThat(disputed.timeline("APPROVAL")).containsExactly("Another person decides on it: withdrawal: EUR 5601.00",
        "Not approved by another person: withdrawal: Nothing shows it");
    disputed.submit(Worker.OTHER_SUPERVISOR, Map.of("outcome", "UPHELD_CLOSE"));
    disputed.submit(Worker.SUPERVISOR, YES);
    assertThat(dispute).isEnded().hasPassed("end_upheld");
    assertThat(disputed.facts().closeReason()).isEqualTo(CloseReason.WITHDRAWN);
  }

  @Test
  void aSmallCorrectionNeedsNobodyElseButManySmallOnesDo() {
    TestedCase disputed = caseDisputed("1000.00", "collector1");
    disputed.submit(Worker.SUPERVISOR, correctedTo("940.00"));
    assertThat(dispute).isEnded().hasPassedInOrder("needs_approval", "which_change", "correct_account")
        .hasNotPassed("task_approve_change");
    assertThat(world.outstanding(account)).isEqualTo(new BigDecimal("940.00"));
    assertThat(disputed.timeline("APPROVAL")).isEmpty();

    world.moveDays(30);
    world.holds.raise(HoldRequest.of(disputed.number(), Hold.Reason.DISPUTE, "Says it again", "collector1"));
    disputed.submit(Worker.SUPERVISOR, disputed.task("task_decide_dispute"), correctedTo("880.00"));

    assertThat(disputed.matter("dispute")).isWaitingAt("task_approve_change");
    assertThat(world.outstanding(account)).isEqualTo(new BigDecimal("940.00"));
  }

  @Test
  void whatIsPaidWhileACorrectionWaitsStaysPaid() {
    TestedCase disputed = caseDisputed("1000.00", "collector1");
    disputed.submit(Worker.SUPERVISOR, correctedTo("400.00"));
    world.pay(account, "150.00");

    disputed.submit(Worker.OTHER_SUPERVISOR, YES);

    assertThat(world.outstanding(account)).isEqualTo(new BigDecimal("250.00"));
  }

  @Test
  void anApprovalThatIsLateGoesToTheTopAndIsStillDecidedByAPerson() {
    TestedCase disputed = caseDisputed("5601.00", "collector1");
    disputed.submit(Worker.SUPERVISOR, correctedTo("0.01"));
    assertThat(disputed.dueDates(dispute)).containsOnly(entry("approval_late", Instant.parse("2007-10-04T06:00:00Z")));

    world.moveTo("2007-10-04T06:00:00Z");

    assertThat(dispute).isWaitingAt("task_approve_change")
        .hasPassedInOrder("approval_late", "mark_approval_late", "end_approval_marked_late");
    assertThat(disputed.task().getPriority()).isEqualTo(Disputes.LATE_PRIORITY);
  }

  @Test
  void aPaymentOfEverythingEndsADisputeThatWaitsForApproval() {
    TestedCase disputed = caseDisputed("5601.00", "collector1");
    disputed.submit(Worker.SUPERVISOR, correctedTo("0.01"));
    String task = disputed.task().getId();

    world.pay(account, "5601.00");

    assertThat(disputed.facts().closeReason()).isEqualTo(CloseReason.CURED);
    assertThat(dispute).isEnded().hasPassed("end_elsewhere");
    assertThat(world.engine.getTaskService().createTaskQuery().taskId(task).count()).isZero();
    assertThatThrownBy(() -> corrections.correct(MatterKey.of(dispute.getBusinessKey()), "supervisor2"))
        .hasMessageContaining("may be carried out");
  }

  /** A model whose owner left out the approval does not get past it. */
  @Test
  void whateverAModelSaysNothingIsCarriedOutThatNobodyApproved() {
    TestedCase disputed = caseDisputed("5601.00", "collector1");
    MatterKey matter = MatterKey.of(dispute.getBusinessKey());

    assertThatThrownBy(() -> objections.uphold(matter, "supervisor1")).hasMessageContaining("may be carried out");
    disputed.submit(Worker.SUPERVISOR, Map.of("outcome", "UPHELD_CLOSE"));
    assertThatThrownBy(() -> objections.uphold(matter, "supervisor1")).hasMessageContaining("may be carried out");
    assertThatThrownBy(() -> corrections.correct(matter, "supervisor1")).hasMessageContaining("may be carried out");

    assertThat(disputed.facts().status()).isEqualTo(Status.HELD);
  }

  @Test
  void anotherHoldClosesACaseOnlyByTwoWhoDidNotRaiseIt() {
    TestedCase held = caseOwing("460.00");
    held.hold(Hold.Reason.CREDITOR_REQUEST, "2007-09-20");
    ProcessInstance review = held.matter("hold-review");

    assertThatThrownBy(() -> held.submit(Worker.SUPERVISOR, "UPHELD"))
        .hasMessageContaining("outcome: is for another person: you put the case on hold yourself");
    held.submit(Worker.OTHER_SUPERVISOR, "UPHELD");
    assertThat(review).isWaitingAt("task_approve_change");
    assertThat(held.facts().status()).isEqualTo(Status.HELD);
    assertThatThrownBy(() -> held.submit(Worker.SUPERVISOR, YES)).hasMessageContaining("you brought this forward");
    held.submit(Worker.THIRD_SUPERVISOR, NO);
    assertThat(review).isWaitingAt("task_review_hold").hasNotPassed("uphold_objection");
    held.submit(Worker.OTHER_SUPERVISOR, "UPHELD");
    held.submit(Worker.THIRD_SUPERVISOR, YES);

    assertThat(review).isEnded().hasPassedInOrder("task_approve_change", "is_approved", "uphold_objection");
    assertThat(held.facts().closeReason()).isEqualTo(CloseReason.WITHDRAWN);
  }

  @Test
  void aSmallCaseIsWithdrawnAtOnce() {
    TestedCase small = caseOwing("100.00");

    Proposal done = withdrawals.withdraw(small.number(), "Sold to a bank", "supervisor1").orElseThrow();

    assertThat(done.waits()).isFalse();
    assertThat(small.facts().closeReason()).isEqualTo(CloseReason.WITHDRAWN);
    assertThat(small.openTask()).isEqualTo("none");
    assertThat(withdrawals.withdraw(small.number(), "Sold to a bank", "supervisor1")).isEmpty();
  }

  @Test
  void aLargerCaseIsWithdrawnWhenAnotherPersonHasApprovedItAndGoesOnUntilThen() {
    TestedCase large = caseOwing("460.00");
    Proposal waiting = withdrawals.withdraw(large.number(), "Sold to a bank", "supervisor1").orElseThrow();
    ProcessInstance withdrawal = large.matter("withdrawal");
    assertThat(withdrawal).isWaitingAt("task_approve_change");
    assertThat(withdrawal.getBusinessKey()).isEqualTo(waiting.subject()).startsWith(large.number() + "-W");
    assertThat(large.facts().status()).isEqualTo(Status.OPEN);

    assertThatThrownBy(() -> withdrawals.withdraw(large.number(), "Once more", "supervisor2"))
        .isInstanceOf(InvalidInputException.class).hasMessageContaining("case: has a withdrawal that waits");
    Task task = large.task("task_approve_change");
    assertThatThrownBy(() -> large.submit(Worker.SUPERVISOR, task, YES))
        .hasMessageContaining("outcome: is for another person: you decided on this yourself");
    large.submit(Worker.OTHER_SUPERVISOR, task, YES);

    assertThat(withdrawal).isEnded().hasPassedInOrder("task_approve_change", "is_approved", "withdraw_case",
        "end_withdrawn", "end_decided").hasNotPassed("ended_elsewhere");
    assertThat(large.facts().closeReason()).isEqualTo(CloseReason.WITHDRAWN);
    assertThat(large.timeline("WITHDRAWN")).containsExactly("Withdrawn from collection: Sold to a bank");
    assertThat(large.openTask()).isEqualTo("none");
  }

  @Test
  void aWithdrawalThatIsNotApprovedChangesNothingAndOneOfACaseThatEndsIsOver() {
    TestedCase large = caseOwing("460.00");
    withdrawals.withdraw(large.number(), "Sold to a bank", "supervisor1");
    ProcessInstance refused = large.matter("withdrawal");
    large.submit(Worker.OTHER_SUPERVISOR, large.task("task_approve_change"), NO);
    assertThat(refused).isEnded().hasPassedInOrder("is_approved", "end_not_approved").hasNotPassed("withdraw_case");
    assertThat(large.facts().status()).isEqualTo(Status.OPEN);

    withdrawals.withdraw(large.number(), "Sold after all", "supervisor1");
    ProcessInstance overtaken = large.matter("withdrawal");
    world.pay(account, "460.00");

    assertThat(large.facts().closeReason()).isEqualTo(CloseReason.CURED);
    assertThat(overtaken).isEnded().hasPassedInOrder("ended_elsewhere", "end_elsewhere");
  }

  @Test
  void aLargePaymentThatAPersonFoundIsPostedByTwo() {
    TestedCase opened = caseOwing("4600.00");
    CamtFile file = new CamtFile("APPROVE" + STATEMENTS.incrementAndGet(), "EUR");
    world.payments(file.credit("BANK-" + account.accountNumber(), "4600.00", world.today(), "", "A stranger", "hello")
        .xml());
    ProcessInstance asked = world.engine.getRuntimeService().createProcessInstanceQuery()
        .processDefinitionKey("identify-payment").singleResult();
    Map<String, Object> post = Map.of("outcome", "POST", "accountNumber", account.accountNumber());

    world.submit(Worker.SUPERVISOR, taskOf(asked), post);
    assertThat(asked).isWaitingAt("task_approve_posting");
    assertThat(world.outstanding(account)).isEqualTo(new BigDecimal("4600.00"));
    assertThatThrownBy(() -> world.submit(Worker.SUPERVISOR, taskOf(asked), YES))
        .hasMessageContaining("outcome: is for another person: you decided on this yourself");
    assertThatThrownBy(() -> claim(Worker.SUPERVISOR, taskOf(asked)))
        .hasMessageContaining("task: is for another person: you decided on this yourself");
    world.submit(Worker.OTHER_SUPERVISOR, taskOf(asked), NO);
    assertThat(asked).isWaitingAt("task_identify_payment");
    world.submit(Worker.SUPERVISOR, taskOf(asked), Map.of("outcome", "SEND_BACK", "note", "Nobody knows him"));
    assertThat(asked).isWaitingAt("task_approve_posting");
    world.submit(Worker.OTHER_SUPERVISOR, taskOf(asked), NO);
    world.submit(Worker.SUPERVISOR, taskOf(asked), post);
    world.submit(Worker.OTHER_SUPERVISOR, taskOf(asked), YES);

    assertThat(asked).isEnded().hasPassedInOrder("task_identify_payment", "needs_approval", "task_approve_posting",
        "is_approved", "end_identified");
    assertThat(world.outstanding(account)).isEqualByComparingTo("0");
    assertThat(opened.facts().closeReason()).isEqualTo(CloseReason.CURED);
  }

  private Task taskOf(ProcessInstance process) {
    return world.engine.getTaskService().createTaskQuery().processInstanceId(process.getId()).initializeFormKeys()
        .singleResult();
  }

  @Test
  void manySmallWaiversInACaseCountAsOne() {
    TestedCase opened = caseOwing("1000.00");
    fee(30);
    OfferRequest goodwill = new OfferRequest("0", null, "30", "0", "0", "A good customer");
    offers.propose(opened.number(), goodwill, "supervisor1");
    assertThat(world.outstanding(account)).isEqualTo(new BigDecimal("1000.00"));
    world.runDueJobs();
    fee(30);

    offers.propose(opened.number(), goodwill, "supervisor1");

    assertThat(opened.matter("settlement-offer")).isWaitingAt("task_approve_offer");
    assertThat(world.outstanding(account)).isEqualTo(new BigDecimal("1030.00"));
    assertThatThrownBy(() -> claim(Worker.SUPERVISOR, opened.task("task_approve_offer")))
        .hasMessageContaining("task: is for another person: you proposed this offer yourself");
  }

  private void fee(int amount) {
    bookings.book(new Booking("FEE" + STATEMENTS.incrementAndGet(), account.accountNumber(),
        LedgerEntry.Type.FEE, BigDecimal.valueOf(amount), world.today(), null, "remit", "A fee"));
  }

  @Test
  void whoMovedACaseToOutsourcingDoesNotPlaceIt() {
    TestedCase opened = caseOwing("460.00");
    world.lifecycle.moveTo(opened.number(), Stage.OUTSOURCING, "outsourcing1", "It is hopeless");
    world.moveTo("2007-09-04T09:00:00Z");

    assertThatThrownBy(() -> opened.submit(Worker.OUTSOURCING_OFFICER,
        Map.of("outcome", "APPROVED", "partnerId", "agency1")))
        .hasMessageContaining("outcome: is for another person: you moved this case here yourself");

    opened.submit(Worker.OUTSOURCING_OFFICER, "DECLINED");
    assertThat(opened.timeline("PLACEMENT")).containsExactly("Not outsourced");
  }

  @ParameterizedTest(name = "{0} {1} {2}, {3} percent, {4} before: {5}")
  @CsvSource({"CORRECTION, EUR, 100.00, 25, 0, false", "CORRECTION, EUR, 100.01, 25, 0, true",
      "CORRECTION, EUR, 10, 26, 0, true", "CORRECTION, EUR, 10, 5, 20, true", "CORRECTION, JPY, 15000, 25, 0, false",
      "CORRECTION, JPY, 15001, 25, 0, true", "CORRECTION, PLN, 1, 1, 0, true", "WITHDRAWAL, CNY, 800, 100, 0, false",
      "WITHDRAWAL, CNY, 801, 100, 0, true", "WITHDRAWAL, USD, 100, 100, 19, false", "POSTING, GBP, 500, 1000, 0, false",
      "POSTING, GBP, 500.01, 1000, 0, true", "RETURN, CHF, 500, 100, 0, false", "RETURN, CHF, 501, 100, 0, true",
      "RETURN, BHD, 1, 100, 0, true"})
  void theTableSaysWhatOnePersonDecides(Proposal.Kind kind, String currency, BigDecimal amount, int share, int before,
      boolean approval) {
    assertThat(policy.needsApproval(new ApprovalPolicy.Question(kind, currency, amount, share, before)))
        .isEqualTo(approval);
  }

  /** A dispute whose process began before anybody had to approve does not get past it. */
  @Test
  void aDisputeOfAnOlderVersionGoesOnWithTodaysModel() throws IOException {
    String older = deploy("dispute.bpmn", "dispute-version-one.xml");
    TestedCase disputed = caseDisputed("5601.00", "collector1");
    String task = disputed.task().getId();
    String newest = deploy("dispute.bpmn", "/bpmn/dispute.bpmn");
    try {
      migration.moveToNewest();
      migration.moveToNewest();

      assertThat(disputed.task().getId()).isEqualTo(task);
      disputed.submit(Worker.SUPERVISOR, correctedTo("0.01"));
      assertThat(disputed.openTask()).startsWith("task_approve_change");
      disputed.submit(Worker.OTHER_SUPERVISOR, YES);
      assertThat(world.outstanding(account)).isEqualTo(new BigDecimal("0.01"));
    } finally {
      world.engine.getRepositoryService().deleteDeployment(newest, true);
      world.engine.getRepositoryService().deleteDeployment(older, true);
    }
  }

  private String deploy(String name, String resource) throws IOException {
    try (InputStream content = getClass().getResourceAsStream(resource)) {
      return world.engine.getRepositoryService().createDeployment()
          .addString(name, new String(content.readAllBytes(), StandardCharsets.UTF_8)).deploy().getId();
    }
  }
}
