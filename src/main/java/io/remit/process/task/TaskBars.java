package io.remit.process.task;

import io.remit.cases.InvalidInputException;
import java.util.List;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.springframework.stereotype.Component;

/**
 * Keeps from a task whoever may not decide in it: who raised what it is about, who decided on it before, or the one a
 * complaint is about. It is a courtesy to say so when somebody takes the task; who decides is asked again.
 */
@Component
class TaskBars {

  private final List<TaskBar> bars;

  TaskBars(List<TaskBar> bars) {
    this.bars = bars;
  }

  /**
   * A task is to be somebody's.
   *
   * @param givenBy user id of who takes it or gives it to the assignee
   * @throws InvalidInputException if the assignee may not decide in it
   */
  void assigned(DelegateTask task, String givenBy) {
    String userId = task.getAssignee();
    try {
      bars.stream().filter(bar -> bar.task().equals(task.getTaskDefinitionKey()))
          .forEach(bar -> bar.check().mayWork(task, userId));
    } catch (InvalidInputException barred) {
      throw userId.equals(givenBy) ? barred : new InvalidInputException(TaskBar.FIELD, "cannot be given to " + userId
          + ", who had a part in it or whom it is about");
    }
  }
}
