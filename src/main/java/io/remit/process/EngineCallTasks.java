package io.remit.process;

import io.remit.division.CallTasks;
import org.camunda.bpm.engine.TaskService;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** Reassigns the tasks of {@code call-debtor.bpmn}. */
@Component
class EngineCallTasks implements CallTasks {

  private final TaskService tasks;

  EngineCallTasks(@Lazy TaskService tasks) {
    this.tasks = tasks;
  }

  @Override
  public void follow(String caseNumber, String userId) {
    tasks.createTaskQuery().processInstanceBusinessKey(caseNumber).taskDefinitionKey(CaseModel.CALL_TASK).list()
        .forEach(task -> tasks.setAssignee(task.getId(), userId));
  }
}
