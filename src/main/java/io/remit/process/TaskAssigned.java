package io.remit.process;

import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.stereotype.Component;

/** A task was claimed, handed over or given back. Every task has this listener, whatever its model says. */
@Component
class TaskAssigned implements TaskListener {

  private final OneCollectorPerDebtor oneCollector;
  private final TaskClaims claims;

  TaskAssigned(OneCollectorPerDebtor oneCollector, TaskClaims claims) {
    this.oneCollector = oneCollector;
    this.claims = claims;
  }

  @Override
  public void notify(DelegateTask task) {
    if (task.getAssignee() != null && task.getTaskDefinitionKey().equals(CaseModel.CALL_TASK)) {
      oneCollector.assigned(task);
    }
    claims.assigned(task);
  }
}
