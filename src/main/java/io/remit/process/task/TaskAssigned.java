package io.remit.process.task;

import io.remit.process.CaseModel;
import io.remit.process.CurrentUser;
import io.remit.process.ReportsUnderWay;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.stereotype.Component;

/** A task was claimed, handed over, given back or completed. Every task has this listener, whatever its model says. */
@Component
class TaskAssigned implements TaskListener {

  private final OneCollectorPerDebtor oneCollector;
  private final TaskBars bars;
  private final TaskClaims claims;
  private final CurrentUser user;
  private final ReportsUnderWay reports;

  TaskAssigned(OneCollectorPerDebtor oneCollector, TaskBars bars, TaskClaims claims, CurrentUser user,
      ReportsUnderWay reports) {
    this.oneCollector = oneCollector;
    this.bars = bars;
    this.claims = claims;
    this.user = user;
    this.reports = reports;
  }

  @Override
  public void notify(DelegateTask task) {
    if (task.getAssignee() != null && task.getTaskDefinitionKey().equals(CaseModel.CALL_TASK)) {
      oneCollector.assigned(task);
    }
    if (task.getAssignee() != null) {
      bars.assigned(task, user.id());
    }
    claims.assigned(task);
  }

  /**
   * A task is to be completed.
   *
   * @throws io.remit.cases.InvalidInputException if somebody completes what is another person's; what was
   *     reported of a contact made elsewhere ends the task whosever it is
   */
  void mayComplete(DelegateTask task) {
    if (user.isKnown() && !reports.isAny()) {
      SubmittedForm.requireOwn(task, user.id());
    }
  }
}
