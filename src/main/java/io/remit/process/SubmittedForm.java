package io.remit.process;

import io.remit.cases.InvalidInputException;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.camunda.bpm.engine.delegate.DelegateTask;

/**
 * What a person sent with a task's form. Reading it takes it out of the engine's variables in the same transaction, so
 * that nothing a person wrote is ever stored there; whatever a client sends beside the form's fields goes the same way.
 */
final class SubmittedForm {

  private final Map<String, Object> values;

  private SubmittedForm(Map<String, Object> values) {
    this.values = values;
  }

  /**
   * Takes the values out of the process of a task; only the outcome stays, for the gateway behind the task.
   *
   * @throws InvalidInputException if the task is another person's
   */
  static SubmittedForm takenFrom(DelegateTask task, String userId) {
    requireOwn(task, userId);
    Map<String, Object> values = new HashMap<>(task.getExecution().getVariables());
    values.keySet().removeAll(Set.of(CaseModel.OUTCOME));
    task.getExecution().removeVariables(values.keySet());
    values.put(CaseModel.OUTCOME, task.getExecution().getVariable(CaseModel.OUTCOME));
    return new SubmittedForm(values);
  }

  /** @throws InvalidInputException if the task is another person's */
  static void requireOwn(DelegateTask task, String userId) {
    if (task.getAssignee() != null && !task.getAssignee().equals(userId)) {
      throw new InvalidInputException("task", "is worked by somebody else; a supervisor can hand it over");
    }
  }

  /** A field as text, or null. */
  String text(String field) {
    Object value = values.get(field);
    return value == null ? null : value.toString();
  }

  String outcome() {
    return text(CaseModel.OUTCOME);
  }
}
