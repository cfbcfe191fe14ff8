package io.remit.process.task;

import io.remit.cases.EnteredText;
import io.remit.cases.InvalidInputException;
import io.remit.process.CaseModel;
import java.lang.reflect.RecordComponent;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Set;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.springframework.beans.BeanUtils;

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

  /**
   * The fields as a record whose components are named as they are: texts as they were sent, or null, constants of an
   * enum, which must be sent, and records of what belongs together, with such components of their own. Dates and
   * amounts are texts: the outcome and the case tell whether they must be there, and which will do.
   *
   * @throws InvalidInputException that names the field if a constant is none of those that are offered
   */
  <F extends Record> F as(Class<F> form) {
    RecordComponent[] fields = form.getRecordComponents();
    return BeanUtils.instantiateClass(BeanUtils.getResolvableConstructor(form),
        Arrays.stream(fields).map(field -> value(field.getName(), field.getType())).toArray());
  }

  @SuppressWarnings({"unchecked", "rawtypes"})
  private Object value(String field, Class<?> type) {
    Object sent = values.get(field);
    String text = sent == null ? null : sent.toString();
    if (type.isRecord()) {
      return as(type.asSubclass(Record.class));
    }
    if (type.isEnum()) {
      return EnteredText.choice(field, text, type.asSubclass(Enum.class));
    }
    if (type != String.class) {
      throw new IllegalArgumentException("no form is read as " + type + ", as " + field + " is");
    }
    return text;
  }
}
