package io.remit.process;

import java.util.Map;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** Completes tasks of which somebody did the work by another way, such as REST: as if they had done it in person. */
@Component
class TasksInPerson {

  private final TaskService tasks;
  private final CurrentUser user;

  TasksInPerson(@Lazy TaskService tasks, CurrentUser user) {
    this.tasks = tasks;
    this.user = user;
  }

  /**
   * Completes a task, whoever has it.
   *
   * @param actor user id of who did the work
   * @param fields as the task's form would send them
   */
  void complete(Task task, String actor, Map<String, Object> fields) {
    user.actingAs(actor, () -> {
      tasks.setAssignee(task.getId(), actor);
      tasks.complete(task.getId(), fields);
      return null;
    });
  }
}
