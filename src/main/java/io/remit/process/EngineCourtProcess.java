package io.remit.process;

import io.remit.legal.CourtCases.Answered;
import io.remit.legal.CourtCases.Enforced;
import io.remit.legal.CourtCases.Enforcement;
import io.remit.legal.CourtCases.Outcome;
import io.remit.legal.CourtNotices;
import io.remit.legal.CourtProcess;
import io.remit.legal.CourtStep.Entered;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** Drives {@code court-case.bpmn} and {@code tell-court.bpmn}; the case's number is their business key. */
@Component
class EngineCourtProcess implements CourtProcess, CourtNotices {

  private final RuntimeService runtime;
  private final TaskService tasks;
  private final TasksInPerson inPerson;
  private final CurrentUser user;
  private final OpenTimers timers;

  EngineCourtProcess(@Lazy RuntimeService runtime, @Lazy TaskService tasks, TasksInPerson inPerson,
      CurrentUser user, OpenTimers timers) {
    this.runtime = runtime;
    this.tasks = tasks;
    this.inPerson = inPerson;
    this.user = user;
    this.timers = timers;
  }

  @Override
  public void withdrawn(String caseNumber, String actor) {
    Task waiting = tasks.createTaskQuery().processInstanceBusinessKey(caseNumber)
        .taskDefinitionKeyIn(CaseModel.COURT_TASK, CaseModel.ENFORCEMENT_TASK).singleResult();
    if (waiting == null) {
      throw new IllegalStateException("case " + caseNumber + " waits for no court");
    }
    inPerson.complete(waiting, actor, Map.of(CaseModel.OUTCOME, endOf(waiting.getTaskDefinitionKey())));
  }

  @Override
  public void recorded(String caseNumber, Answered answered, String actor) {
    Map<String, Object> fields = fieldsOf(answered.outcome(), answered.step(), answered.note());
    putIfSaid(fields, "court", answered.where().court());
    putIfSaid(fields, "reference", answered.where().reference());
    complete(caseNumber, CaseModel.COURT_TASK, actor, fields);
  }

  @Override
  public void enforced(String caseNumber, Enforced enforced, String actor) {
    complete(caseNumber, CaseModel.ENFORCEMENT_TASK, actor,
        fieldsOf(enforced.outcome(), enforced.step(), enforced.note()));
  }

  private void complete(String caseNumber, String taskKey, String actor, Map<String, Object> fields) {
    // who may record it has another task for it, and no right to this one
    Task waiting = user.actingAs(actor, () -> tasks.createTaskQuery().processInstanceBusinessKey(caseNumber)
        .taskDefinitionKey(taskKey).singleResult());
    if (waiting == null) {
      throw new IllegalStateException("case " + caseNumber + " waits at no " + taskKey);
    }
    inPerson.complete(waiting, actor, fields);
  }

  /** As the task's form would send them. */
  private static Map<String, Object> fieldsOf(Enum<?> outcome, Entered step, @Nullable String note) {
    Map<String, Object> fields = new HashMap<>(Map.of(CaseModel.OUTCOME, outcome.name()));
    putIfSaid(fields, "happenedOn", step.happenedOn());
    putIfSaid(fields, "amount", step.amount());
    putIfSaid(fields, "costs", step.costs());
    putIfSaid(fields, "costsOwed", step.costsOwed());
    putIfSaid(fields, "note", note);
    return fields;
  }

  private static void putIfSaid(Map<String, Object> fields, String field, @Nullable String value) {
    if (value != null) {
      fields.put(field, value);
    }
  }

  private static String endOf(String taskKey) {
    return taskKey.equals(CaseModel.COURT_TASK) ? Outcome.WITHDRAWN.name() : Enforcement.STOPPED.name();
  }

  @Override
  public void tellCourt(String caseNumber) {
    runtime.startProcessInstanceByKey(CaseModel.TELL_COURT, caseNumber);
  }

  @Override
  public void redate(String caseNumber) {
    telling(caseNumber).map(ProcessInstance::getId).ifPresent(timers::redate);
  }

  @Override
  public void nothingToTell(String caseNumber) {
    telling(caseNumber).ifPresent(instance -> runtime.createMessageCorrelation(CaseModel.MATTER_CHANGED)
        .processInstanceId(instance.getId()).correlate());
  }

  private Optional<ProcessInstance> telling(String caseNumber) {
    return runtime.createProcessInstanceQuery().processDefinitionKey(CaseModel.TELL_COURT)
        .processInstanceBusinessKey(caseNumber).list().stream().findFirst();
  }
}
