package io.remit.process.task;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.camunda.bpm.engine.test.assertions.bpmn.BpmnAwareTests.assertThat;

import io.remit.complaint.Complaints;
import io.remit.contact.ContactAttempt;
import io.remit.process.story.ArrearsRow;
import io.remit.process.story.CaseWorld;
import io.remit.process.story.ProcessTest;
import io.remit.process.story.TestedCase;
import io.remit.process.story.Worker;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** Who may work a task, for how long, and that a debtor is called by one person alone. */
@ProcessTest
class TaskClaimTest {

  private static final String DUE = "2007-09-03T20:00:00Z";

  @Autowired
  private CaseWorld world;
  @Autowired
  private TaskClaims claims;
  @Autowired
  private Complaints complaints;

  private TestedCase inEuros;
  private TestedCase inPounds;

  /** One debtor with two calls to make on the same day, since he owes in two currencies. */
  private void twoCallsToOneDebtor() {
    ArrearsRow euros = world.account(30);
    inEuros = world.open(euros);
    inPounds = world.open(world.accountOf(euros.debtorId(), 30).currency("GBP"));
    world.moveTo("2007-09-03T09:00:00Z");
    assertThat(inEuros.openTask()).isEqualTo("task_call_debtor " + DUE);
    assertThat(inPounds.openTask()).isEqualTo("task_call_debtor " + DUE);
    world.clock("2007-09-03T09:01:00Z");
  }

  private TestedCase oneCall() {
    TestedCase opened = world.open(world.account(30));
    world.moveTo("2007-09-03T09:00:00Z");
    world.clock("2007-09-03T09:01:00Z");
    return opened;
  }

  private void claim(Worker worker, Task task) {
    world.as(worker, () -> world.engine.getTaskService().claim(task.getId(), worker.id()));
  }

  private void handOver(Task task, Worker to) {
    world.as(Worker.SUPERVISOR, () -> world.engine.getTaskService().setAssignee(task.getId(), to.id()));
  }

  @Test
  void twoCollectorsNeverWorkTheSameDebtor() {
    twoCallsToOneDebtor();
    claim(Worker.COLLECTOR, inEuros.task());

    assertThatThrownBy(() -> claim(Worker.OTHER_COLLECTOR, inPounds.task()))
        .hasMessageContaining("called by somebody else in case " + inEuros.number());
    assertThatThrownBy(() -> inPounds.submit(Worker.OTHER_COLLECTOR, "NOT_REACHED"))
        .hasMessageContaining("called by somebody else in case " + inEuros.number());

    assertThat(inPounds.task().getAssignee()).isNull();
    assertThat(inPounds.openTask()).isEqualTo("task_call_debtor " + DUE);
    assertThat(inPounds.contacts()).isEmpty();
    claim(Worker.COLLECTOR, inPounds.task());
    assertThat(inPounds.task().getAssignee()).isEqualTo("collector1");
  }

  @Test
  void evenAtTheSameMomentOnlyOneGetsTheDebtor() throws Exception {
    twoCallsToOneDebtor();
    Task euros = inEuros.task();
    Task pounds = inPounds.task();
    CyclicBarrier together = new CyclicBarrier(2);

    CompletableFuture<Boolean> one = inAnotherThread(together, () -> claim(Worker.COLLECTOR, euros));
    CompletableFuture<Boolean> other = inAnotherThread(together, () -> claim(Worker.OTHER_COLLECTOR, pounds));

    assertThat(List.of(one.get(30, TimeUnit.SECONDS), other.get(30, TimeUnit.SECONDS)))
        .containsExactlyInAnyOrder(true, false);
    assertThat(Stream.of(inEuros.task(), inPounds.task()).map(Task::getAssignee).filter(Objects::nonNull))
        .hasSize(1);
  }

  private static CompletableFuture<Boolean> inAnotherThread(CyclicBarrier together, Runnable claim) {
    return CompletableFuture.supplyAsync(() -> {
      try {
        together.await();
        claim.run();
        return true;
      } catch (ProcessEngineException refused) {
        return false;
      } catch (InterruptedException | BrokenBarrierException impossible) {
        throw new AssertionError(impossible);
      }
    }, task -> new Thread(task).start());
  }

  @Test
  void whoHandsOverOneCallHandsOverAllOfTheDebtor() {
    twoCallsToOneDebtor();
    claim(Worker.COLLECTOR, inEuros.task());
    claim(Worker.COLLECTOR, inPounds.task());

    handOver(inEuros.task(), Worker.OTHER_COLLECTOR);

    assertThat(inEuros.task().getAssignee()).isEqualTo("collector2");
    assertThat(inPounds.task().getAssignee()).isEqualTo("collector2");
    assertThatThrownBy(() -> inPounds.submit(Worker.COLLECTOR, "NOT_REACHED")).hasMessageContaining("somebody else");
  }

  @Test
  void theNextCallGoesToWhomTheDebtorsOtherCallBelongs() {
    twoCallsToOneDebtor();
    claim(Worker.COLLECTOR, inPounds.task());
    inPounds.submit(Worker.COLLECTOR, "NOT_REACHED");
    claim(Worker.OTHER_COLLECTOR, inEuros.task());

    world.moveTo("2007-09-06T09:00:00Z");

    assertThat(inPounds.facts().collector()).isEqualTo("collector1");
    assertThat(inPounds.openTask()).isEqualTo("task_call_debtor 2007-09-06T20:00:00Z");
    assertThat(inPounds.task().getAssignee()).isEqualTo("collector2");
  }

  @Test
  void aClaimedTaskIsGivenBackAfterAnHourWithoutAnOutcome() {
    TestedCase called = oneCall();
    ProcessInstance call = called.called("call-debtor");
    claim(Worker.COLLECTOR, called.task());

    world.clock("2007-09-03T10:00:59Z");
    assertThat(claims.releaseForgotten()).isZero();
    assertThat(called.task().getAssignee()).isEqualTo("collector1");
    world.clock("2007-09-03T10:01:00Z");
    assertThat(claims.releaseForgotten()).isEqualTo(1);

    assertThat(called.task().getAssignee()).isNull();
    assertThat(called.openTask()).isEqualTo("task_call_debtor " + DUE);
    assertThat(call).hasNotPassed("which_outcome").isWaitingAt("task_call_debtor");
    assertThat(called.contacts()).isEmpty();
    assertThat(called.timeline("TASK")).containsExactly("A claimed task was given back: no outcome in time");
    assertThat(claims.releaseForgotten()).isZero();
  }

  @Test
  void whoClaimsAgainHasAnotherHour() {
    TestedCase called = oneCall();
    claim(Worker.COLLECTOR, called.task());
    handOver(called.task(), Worker.OTHER_COLLECTOR);
    world.clock("2007-09-03T12:00:00Z");

    assertThat(claims.releaseForgotten()).as("a task that was given to somebody stays his").isZero();

    world.as(Worker.SUPERVISOR, () -> world.engine.getTaskService().setAssignee(called.task().getId(), null));
    claim(Worker.COLLECTOR, called.task());
    world.clock("2007-09-03T12:59:59Z");
    assertThat(claims.releaseForgotten()).isZero();
    world.clock("2007-09-03T13:00:00Z");
    assertThat(claims.releaseForgotten()).isEqualTo(1);
  }

  @Test
  void anOutcomeThatIsGivenTwiceIsTakenOnce() {
    TestedCase called = oneCall();
    Task task = called.task();
    called.submit(Worker.COLLECTOR, "NOT_REACHED");

    assertThatThrownBy(() -> called.submit(Worker.COLLECTOR, task, Map.of("outcome", "PROMISED")))
        .hasMessageContaining("task is null");

    assertThat(called.contacts()).extracting(ContactAttempt::outcome).containsExactly("NOT_REACHED");
    assertThat(called.facts().treatmentsInStage()).isEqualTo(1);
  }

  @Test
  void nobodyTakesTheComplaintAboutHimself() {
    TestedCase opened = world.open(world.account(20));
    complaints.open(opened.number(), "CALL", "supervisor1", "She did not listen", "collector2");

    assertThatThrownBy(() -> claim(Worker.SUPERVISOR, opened.task())).hasMessageContaining("task: is about you");

    assertThat(opened.task().getAssignee()).isNull();
    claim(Worker.OTHER_SUPERVISOR, opened.task());
    assertThat(opened.task().getAssignee()).isEqualTo("supervisor2");
  }

  @Test
  void aTaskBearsTheMarksThatTheDecisionGives() {
    TestedCase large = world.open(world.account(30).owes("1000.00"));
    TestedCase small = world.open(world.account(30).owes("999.99"));
    world.moveTo("2007-09-03T09:00:00Z");

    assertThat(marks(large)).containsEntry("highValue", true).doesNotContainKey("callBack");
    assertThat(marks(small)).doesNotContainKeys("highValue", "callBack");
  }

  private Map<String, Object> marks(TestedCase opened) {
    return world.engine.getTaskService().getVariablesLocal(opened.task().getId(), List.of("highValue", "callBack"));
  }
}
