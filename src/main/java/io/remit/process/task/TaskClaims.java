package io.remit.process.task;

import io.remit.cases.EntryKind;
import io.remit.cases.MatterKey;
import io.remit.cases.Timeline;
import io.remit.process.CurrentUser;
import java.time.Clock;
import java.time.Duration;
import java.util.Date;
import java.util.List;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.exception.NullValueException;
import org.camunda.bpm.engine.task.Task;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.annotation.Lazy;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Gives tasks back that somebody claimed and did not finish. A task that a supervisor or the division gave stays where
 * it is.
 */
@Component
public class TaskClaims {

  /** Since when a task is claimed: a variable of the task. */
  public static final String CLAIMED_AT = "claimedAt";

  private static final Logger LOG = LoggerFactory.getLogger(TaskClaims.class);
  private static final int BATCH = 100;

  private final TaskService tasks;
  private final RuntimeService runtime;
  private final Timeline timeline;
  private final CurrentUser user;
  private final Clock clock;
  private final Duration longest;
  private final TransactionTemplate transaction;

  /** @param longest how long a claim lasts without an outcome */
  TaskClaims(@Lazy TaskService tasks, @Lazy RuntimeService runtime, Timeline timeline, CurrentUser user, Clock clock,
      @Value("${remit.tasks.claim-lasts}") Duration longest, TransactionTemplate transaction) {
    this.tasks = tasks;
    this.runtime = runtime;
    this.timeline = timeline;
    this.user = user;
    this.clock = clock;
    this.longest = longest;
    this.transaction = transaction;
  }

  /** A task has got another assignee, or none: remembers since when, if they took it themselves. */
  void assigned(DelegateTask task) {
    boolean claimed = user.id().equals(task.getAssignee()) && task.getCreateTime().before(now());
    if (claimed) {
      task.setVariableLocal(CLAIMED_AT, now());
    } else {
      task.removeVariableLocal(CLAIMED_AT);
    }
  }

  /**
   * Gives back what was claimed too long ago.
   *
   * @return how many tasks were given back
   */
  @Scheduled(fixedDelayString = "${remit.tasks.claim-check}")
  int releaseForgotten() {
    Date before = Date.from(clock.instant().minus(longest));
    List<Task> forgotten = tasks.createTaskQuery().taskAssigned().taskVariableValueLessThanOrEquals(CLAIMED_AT, before)
        .listPage(0, BATCH);
    return forgotten.stream().mapToInt(task -> release(task) ? 1 : 0).sum();
  }

  private boolean release(Task task) {
    try {
      transaction.executeWithoutResult(status -> {
        tasks.setAssignee(task.getId(), null);
        timeline.add(caseOf(task), EntryKind.TASK, Timeline.SYSTEM,
            "A claimed task was given back: no outcome in time");
      });
      return true;
    } catch (OptimisticLockingException | NullValueException finishedMeanwhile) {
      LOG.debug("Task {} was finished while it was to be given back", task.getId());
      return false;
    }
  }

  private String caseOf(Task task) {
    return MatterKey.caseNumberIn(runtime.createProcessInstanceQuery().processInstanceId(task.getProcessInstanceId())
        .singleResult().getBusinessKey());
  }

  private Date now() {
    return Date.from(clock.instant());
  }
}
