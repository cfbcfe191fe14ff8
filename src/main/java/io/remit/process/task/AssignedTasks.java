package io.remit.process.task;

import io.remit.complaint.OpenWork;
import io.remit.process.CaseModel;
import org.camunda.bpm.engine.TaskService;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** The open tasks of a case that people have claimed or were given. */
@Component
class AssignedTasks implements OpenWork {

  private final TaskService tasks;

  AssignedTasks(@Lazy TaskService tasks) {
    this.tasks = tasks;
  }

  @Override
  public void takeFrom(String userId, String caseNumber) {
    tasks.createTaskQuery().processInstanceBusinessKey(caseNumber).taskAssignee(userId)
        .taskDefinitionKeyIn(CaseModel.CALL_TASK, CaseModel.VISIT_TASK).list()
        .forEach(task -> tasks.setAssignee(task.getId(), null));
  }
}
