package io.remit.process.task;

import io.remit.cases.InvalidInputException;
import java.util.Map;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;

/**
 * A task was changed. Its dates, its priority and who works on it may be; what it is and how it is told the model says.
 */
class TaskChanged implements TaskListener {

  /** What the model says, as the engine names it, and as its REST interface does. */
  private static final Map<String, String> OF_THE_MODEL = Map.of(
      TaskEntity.NAME, "name",
      TaskEntity.DESCRIPTION, "description",
      TaskEntity.DELEGATION, "delegationState",
      TaskEntity.PARENT_TASK, "parentTaskId",
      TaskEntity.CASE_INSTANCE_ID, "caseInstanceId");

  @Override
  public void notify(DelegateTask task) {
    ((TaskEntity) task).getPropertyChanges().keySet().stream().filter(OF_THE_MODEL::containsKey).sorted().findFirst()
        .ifPresent(changed -> {
          throw new InvalidInputException(OF_THE_MODEL.get(changed), "is what the model says");
        });
  }
}
