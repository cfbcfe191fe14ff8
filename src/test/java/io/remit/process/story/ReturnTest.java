package io.remit.process.story;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;

import io.remit.cases.CollectionCase.CloseReason;
import io.remit.hold.Hold;
import io.remit.hold.Hold.Reason;
import io.remit.hold.HoldRequest;
import io.remit.intake.delivery.ArrearsResult;
import io.remit.intake.delivery.IntakeStatus;
import io.remit.plan.Plan;
import io.remit.plan.PlanEntry;
import io.remit.plan.PlanRequest;
import io.remit.plan.PlanRequest.FieldNames;
import io.remit.plan.Plans;
import io.remit.promise.Promise.Status;
import java.time.LocalDate;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** A file that left accounts out by mistake costs nothing that was agreed with their debtors. */
@ProcessTest
class ReturnTest {

  private static final AtomicInteger PRODUCTS = new AtomicInteger();

  @Autowired
  private CaseWorld world;
  @Autowired
  private PlanEntry planEntry;
  @Autowired
  private Plans plans;

  private ArrearsRow account;
  private ArrearsRow other;

  @BeforeEach
  void twoAccountsOfAProduct() {
    String product = "RETURNS-" + PRODUCTS.incrementAndGet();
    account = world.account(40).with("product", product);
    other = world.account(40).with("product", product);
  }

  private TestedCase opened() {
    world.load(account, other);
    return world.caseOf(account);
  }

  private TestedCase leftOutAndBack(TestedCase earlier) {
    assertThat(world.loadComplete(other).closed()).isEqualTo(1);
    assertThat(earlier.facts().closeReason()).isEqualTo(CloseReason.CURED);
    world.moveDays(2);
    world.loadComplete(account, other);
    TestedCase again = world.caseOf(account);
    assertThat(again.number()).isNotEqualTo(earlier.number());
    return again;
  }

  @Test
  void theCollectorAndTheHoldsThatWereInForceAreThereAgain() {
    TestedCase earlier = opened();
    world.cases.setCollector(earlier.number(), "collector7");
    LocalDate until = world.today().plusDays(20);
    world.holds.raise(new HoldRequest(earlier.number(), Reason.DISPUTE, "not mine", "collector1", until, null));
    world.holds.raise(new HoldRequest(earlier.number(), Reason.BREATHING_SPACE, null, "supervisor1", null,
        world.today().plusDays(1)));

    TestedCase again = leftOutAndBack(earlier);

    assertThat(again.facts().collector()).isEqualTo("collector7");
    assertThat(world.holds.inForce(again.number())).extracting(Hold::reason, Hold::note, Hold::answerBy)
        .containsExactly(tuple(Reason.DISPUTE, "not mine", until));
    assertThat(again.process()).isWaitingAt("held");
    assertThat(again.task("task_decide_dispute")).isNotNull();
    world.moveDays(10);
    assertThat(again.contacts()).isEmpty();
    again.submit(Worker.SUPERVISOR, again.task("task_decide_dispute"), Map.of("outcome", "REJECTED",
        "reason", "DELIVERED", "note", "Signed receipt"));
    assertThat(again.process()).isWaitingAt("stage_telephone");
  }

  @Test
  void aPromiseThatStillRunsRunsOnAndIsKeptByWhatIsPaidNow() {
    TestedCase earlier = opened();
    world.moveTo("2007-09-03T09:30:00Z");
    earlier.submitPromise(Worker.COLLECTOR, "460.00", "2007-09-12");
    long promised = world.promises.ofCase(earlier.number()).get(0).promiseId();

    TestedCase again = leftOutAndBack(earlier);

    assertThat(world.promises.get(promised).status()).isEqualTo(Status.CANCELLED);
    assertThat(world.promises.ofCase(again.number())).singleElement().satisfies(promise -> {
      assertThat(promise.status()).isEqualTo(Status.OPEN);
      assertThat(promise.promisedFor()).isEqualTo("2007-09-12");
    });
    assertThat(again.matter("promise")).isNotNull();
    world.moveTo("2007-09-11T09:00:00Z");
    assertThat(again.contacts()).isEmpty();
    world.pay(account, "460.00");
    assertThat(world.promises.ofCase(again.number()).get(0).status()).isEqualTo(Status.KEPT);
    assertThat(again.facts().closeReason()).isEqualTo(CloseReason.CURED);
  }

  @Test
  void aPromiseThatNobodyKeptIsBrokenInTheNewCase() {
    TestedCase earlier = opened();
    world.moveTo("2007-09-03T09:30:00Z");
    earlier.submitPromise(Worker.COLLECTOR, "460.00", "2007-09-12");

    TestedCase again = leftOutAndBack(earlier);
    world.moveTo("2007-09-20T09:00:00Z");

    assertThat(world.promises.ofCase(again.number()).get(0).status()).isEqualTo(Status.BROKEN);
  }

  @Test
  void aPlanInForceGoesOnAndIsKept() {
    TestedCase earlier = opened();
    planEntry.propose(earlier.number(), new PlanRequest("4", null, "2007-10-01", null, FieldNames.REST_INTERFACE),
        "collector1");
    world.runDueJobs();
    earlier.submit(Worker.SUPERVISOR, earlier.task("task_record_acceptance"), Map.of("outcome", "ACCEPTED",
        "acceptedHow", "SIGNED_PAPER", "acceptedOn", world.today().toString()));

    TestedCase again = leftOutAndBack(earlier);

    Plan plan = plans.openOf(again.number()).orElseThrow();
    assertThat(plan.status()).isEqualTo(Plan.Status.IN_FORCE);
    assertThat(plan.schedule()).isEqualTo(plans.ofCase(earlier.number()).get(0).schedule());
    assertThat(plan.document()).isNotNull();
    assertThat(plans.ofCase(earlier.number())).extracting(Plan::status).containsExactly(Plan.Status.CANCELLED);
    assertThat(world.holds.pausedFor(again.number())).containsExactly(Reason.PLAN);
    assertThat(again.process()).isWaitingAt("held");
    assertThat(again.matter("plan")).isWaitingAt("instalment_due");
    world.pay(account, "115.00", LocalDate.parse("2007-09-05"));
    world.moveTo("2007-10-20T09:00:00Z");
    assertThat(plans.get(plan.key()).status()).isEqualTo(Plan.Status.IN_FORCE);
    assertThat(again.contacts()).isEmpty();
    world.moveTo("2007-11-20T09:00:00Z");
    assertThat(plans.get(plan.key()).status()).isEqualTo(Plan.Status.BREACHED);
    assertThat(again.process()).isNotNull();
    assertThat(world.holds.pausedFor(again.number())).isEmpty();
  }

  @Test
  void afterALongTimeItIsAnotherStory() {
    TestedCase earlier = opened();
    world.cases.setCollector(earlier.number(), "collector7");
    world.loadComplete(other);
    world.moveDays(31);
    world.loadComplete(account, other);

    assertThat(world.caseOf(account).facts().collector()).isNotEqualTo("collector7");
  }

  @Test
  void theSameContentIsAppliedAgainWhenAnotherFileCameBetween() {
    String both = String.join("\n", ArrearsRow.HEADER, account.csv(), other.csv(), "");
    String one = String.join("\n", ArrearsRow.HEADER, other.csv(), "");
    ArrearsResult first = world.loadFile(both, true);

    assertThat(world.loadFile(both, true).status()).isEqualTo(IntakeStatus.ALREADY_APPLIED);
    assertThat(world.loadFile(one, true).closed()).isEqualTo(1);
    ArrearsResult again = world.loadFile(both, true);

    assertThat(again.status()).isEqualTo(IntakeStatus.APPLIED);
    assertThat(again.fileId()).isEqualTo(first.fileId());
    assertThat(world.outstanding(account)).isEqualByComparingTo("460.00");
    assertThat(world.loadFile(both, true).status()).isEqualTo(IntakeStatus.ALREADY_APPLIED);
    assertThat(world.loadFile(both, false).status()).isEqualTo(IntakeStatus.ALREADY_APPLIED);
    world.load(world.account(40).with("product", "SOMETHING-ELSE"));
    assertThat(world.loadFile(both, true).status()).as("of another product").isEqualTo(IntakeStatus.ALREADY_APPLIED);
    assertThat(world.loadFile(one, true).status()).isEqualTo(IntakeStatus.APPLIED);
    assertThat(world.outstanding(account)).isEqualByComparingTo("0");
  }
}
