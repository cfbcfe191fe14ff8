package io.remit.process;

import io.remit.dispute.Disputes;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** A dispute should have been answered by now: its task goes to the top, and into the list of late ones. */
@Component
class MarkDisputeLate implements JavaDelegate {

  private final Disputes disputes;
  private final TaskService tasks;

  MarkDisputeLate(Disputes disputes, @Lazy TaskService tasks) {
    this.disputes = disputes;
    this.tasks = tasks;
  }

  @Override
  public void execute(DelegateExecution execution) {
    tasks.createTaskQuery().processInstanceId(execution.getProcessInstanceId()).list()
        .forEach(task -> tasks.setPriority(task.getId(), Disputes.LATE_PRIORITY));
    disputes.late(CaseModel.matterOf(execution));
  }
}
