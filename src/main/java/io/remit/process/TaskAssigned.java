package io.remit.process;

import io.remit.complaint.Complaints;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.stereotype.Component;

/** A task was claimed, handed over, given back or completed. Every task has this listener, whatever its model says. */
@Component
class TaskAssigned implements TaskListener {

  private final OneCollectorPerDebtor oneCollector;
  private final Complaints complaints;
  private final TaskClaims claims;
  private final CurrentUser user;

  TaskAssigned(OneCollectorPerDebtor oneCollector, Complaints complaints, TaskClaims claims, CurrentUser user) {
    this.oneCollector = oneCollector;
    this.complaints = complaints;
    this.claims = claims;
    this.user = user;
  }

  @Override
  public void notify(DelegateTask task) {
    if (task.getAssignee() != null && task.getTaskDefinitionKey().equals(CaseModel.CALL_TASK)) {
      oneCollector.assigned(task);
    }
    if (user.id().equals(task.getAssignee()) && task.getTaskDefinitionKey().equals(CaseModel.COMPLAINT_TASK)) {
      complaints.mayHandle(CaseModel.matterOf(task.getExecution()), task.getAssignee());
    }
    claims.assigned(task);
  }

  /**
   * A task is to be completed.
   *
   * @throws io.remit.cases.InvalidInputException if somebody completes what is another person's
   */
  void mayComplete(DelegateTask task) {
    if (user.isKnown()) {
      SubmittedForm.requireOwn(task, user.id());
    }
  }
}
