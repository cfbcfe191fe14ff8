package io.remit.process;

import io.remit.outsourcing.PlacementProcess;
import java.util.Map;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** Drives {@code placement.bpmn}. */
@Component
class EnginePlacementProcess implements PlacementProcess {

  private final TaskService tasks;
  private final CurrentUser user;

  EnginePlacementProcess(@Lazy TaskService tasks, CurrentUser user) {
    this.tasks = tasks;
    this.user = user;
  }

  @Override
  public void returned(String caseNumber, String outcome, String actor) {
    Task waiting = tasks.createTaskQuery().processInstanceBusinessKey(caseNumber)
        .taskDefinitionKey(CaseModel.PLACED_TASK).singleResult();
    if (waiting == null) {
      throw new IllegalStateException("case " + caseNumber + " waits for no partner");
    }
    user.actingAs(actor, () -> {
      tasks.setAssignee(waiting.getId(), actor);
      tasks.complete(waiting.getId(), Map.of(CaseModel.OUTCOME, outcome));
      return null;
    });
  }
}
