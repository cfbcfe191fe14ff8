package io.remit.process;

import io.remit.division.CallTasks;
import java.util.Objects;
import java.util.Set;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.IdentityLink;
import org.camunda.bpm.engine.task.Task;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** Reassigns open tasks. */
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

  @Override
  public void free(String userId, Set<String> groups) {
    tasks.createTaskQuery().taskAssignee(userId).list().stream().filter(task -> !isOffered(task, groups))
        .forEach(task -> tasks.setAssignee(task.getId(), null));
  }

  private boolean isOffered(Task task, Set<String> groups) {
    return tasks.getIdentityLinksForTask(task.getId()).stream().map(IdentityLink::getGroupId).filter(Objects::nonNull)
        .anyMatch(groups::contains);
  }
}
