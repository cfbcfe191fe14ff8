package io.remit.process;

import static org.assertj.core.api.Assertions.assertThat;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;

import io.remit.promise.Promise;
import io.remit.promise.Promise.Status;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A debtor who promised to pay is left in peace until the day after; then it shows whether he kept his word. */
@ProcessTest
class PromiseTest {

  @Autowired
  private CaseWorld world;

  private ArrearsRow account;

  /** A call on Monday, 3 September, in which the debtor promises EUR 100.00 by Monday, 10 September. */
  private TestedCase casePromised() {
    account = world.account(30);
    TestedCase opened = world.open(account);
    world.moveTo("2007-09-03T09:00:00Z");
    opened.submitPromise(Worker.COLLECTOR, "100.00", "2007-09-10");
    return opened;
  }

  private static Status statusOf(TestedCase promised) {
    return promised.promises().get(0).status();
  }

  @Test
  void nobodyContactsTheDebtorUntilTheDayAfterAPromise() {
    account = world.account(30);
    TestedCase promised = world.open(account);
    world.moveTo("2007-09-03T09:00:00Z");
    ProcessInstance call = promised.called("call-debtor");

    promised.submitPromise(Worker.COLLECTOR, "100", "2007-09-10");

    assertThat(call).isEnded().hasPassedInOrder("task_call_debtor", "which_outcome", "end_promised")
        .hasNotPassed("rest_after_refusal", "rest_after_no_answer", "rest_after_third_party");
    assertThat(promised.dueDates()).containsEntry("telephone_treatment_due", Instant.parse("2007-09-11T09:00:00Z"));
    Promise promise = promised.promises().get(0);
    assertThat(promise.amount()).isEqualTo(new BigDecimal("100.00"));
    assertThat(promise.currency()).isEqualTo("EUR");
    assertThat(promise.promisedFor()).isEqualTo(LocalDate.of(2007, 9, 10));
    assertThat(promise.takenBy()).isEqualTo("collector1");
    assertThat(promise.status()).isEqualTo(Status.OPEN);

    world.moveTo("2007-09-11T08:59:59Z");
    assertThat(promised.openTask()).isEqualTo("none");
    assertThat(promised.contacts()).hasSize(1);
  }

  @Test
  void aBrokenPromiseLeadsToACallOnTheNextMorning() {
    TestedCase promised = casePromised();

    world.moveTo("2007-09-11T09:00:00Z");

    assertThat(statusOf(promised)).isEqualTo(Status.BROKEN);
    assertThat(promised.openTask()).isEqualTo("task_call_debtor 2007-09-11T20:00:00Z");
    assertThat(promised.timeline("PROMISE")).containsExactly("Promise to pay EUR 100.00 by 2007-09-10",
        "Promise broken");
  }

  @Test
  void afterABrokenPromiseTheNextCallComesAfterTwoDaysInsteadOfThree() {
    TestedCase promised = casePromised();
    world.moveTo("2007-09-11T09:00:00Z");

    promised.submit(Worker.COLLECTOR, "NOT_REACHED");

    assertThat(promised.dueDates())
        .containsEntry("telephone_treatment_due", Instant.parse("2007-09-13T09:00:00Z"));
  }

  @Test
  void aPromisePaidInPartCountsAsNotKept() {
    TestedCase promised = casePromised();
    world.moveTo("2007-09-10T10:00:00Z");
    world.pay(account, "99.99");

    world.moveTo("2007-09-11T09:00:00Z");

    assertThat(statusOf(promised)).isEqualTo(Status.PARTLY_KEPT);
    assertThat(promised.openTask()).isEqualTo("task_call_debtor 2007-09-11T20:00:00Z");
    promised.submit(Worker.COLLECTOR, "NOT_REACHED");
    assertThat(promised.dueDates()).as("as after a broken one, two days")
        .containsEntry("telephone_treatment_due", Instant.parse("2007-09-13T09:00:00Z"));
  }

  @Test
  void aKeptPromiseIsNotHeldAgainstTheDebtor() {
    TestedCase promised = casePromised();
    world.moveTo("2007-09-10T10:00:00Z");
    world.pay(account, "100.00");

    world.moveTo("2007-09-11T09:00:00Z");

    assertThat(statusOf(promised)).isEqualTo(Status.KEPT);
    assertThat(promised.openTask()).isEqualTo("task_call_debtor 2007-09-11T20:00:00Z");
    promised.submit(Worker.COLLECTOR, "NOT_REACHED");
    assertThat(promised.dueDates()).as("three days, as after any call")
        .containsEntry("telephone_treatment_due", Instant.parse("2007-09-14T09:00:00Z"));
  }

  @Test
  void aPaymentTakenBackBreaksThePromise() {
    TestedCase promised = casePromised();
    world.moveTo("2007-09-10T10:00:00Z");
    String payment = world.pay(account, "100.00");
    world.reverse(account, "100.00", payment);

    world.moveTo("2007-09-11T09:00:00Z");

    assertThat(statusOf(promised)).isEqualTo(Status.BROKEN);
  }

  @Test
  void aPromiseThatIsKeptByPayingEverythingIsKnownAsKept() {
    TestedCase promised = casePromised();

    world.moveTo("2007-09-07T10:00:00Z");
    world.pay(account, "460.00");

    assertThat(promised.process()).isEnded().hasPassed("end_cured");
    assertThat(statusOf(promised)).isEqualTo(Status.KEPT);
  }

  @Test
  void noStageComesWhileAPromiseRuns() {
    TestedCase promised = world.open(world.account(85));
    world.moveTo("2007-09-03T09:00:00Z");
    promised.submitPromise(Worker.COLLECTOR, "100", "2007-09-20");

    assertThat(promised.dueDates()).as("90 days old on 8 September, but the promise runs until the 20th")
        .containsEntry("timer_visit_due", Instant.parse("2007-09-21T06:00:00Z"));
    world.moveTo("2007-09-21T05:59:59Z");
    assertThat(promised.process()).isWaitingAt("stage_telephone").hasNotPassed("timer_visit_due");
    world.moveTo("2007-09-21T06:00:00Z");
    assertThat(promised.process()).isWaitingAt("stage_visit");
  }

  @Test
  void noFileBringsTheNextStageWhileAPromiseRuns() {
    account = world.account(85);
    TestedCase promised = world.open(account);
    world.moveTo("2007-09-03T09:00:00Z");
    promised.submitPromise(Worker.COLLECTOR, "100", "2007-09-20");

    world.moveTo("2007-09-12T03:00:00Z");
    world.load(account);

    assertThat(promised.process()).isWaitingAt("stage_telephone").hasNotPassed("case_changed");
    assertThat(promised.dueDates()).containsEntry("timer_visit_due", Instant.parse("2007-09-21T06:00:00Z"));
  }
}
