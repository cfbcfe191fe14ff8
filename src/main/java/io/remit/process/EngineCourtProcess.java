package io.remit.process;

import io.remit.legal.CourtCases.Enforcement;
import io.remit.legal.CourtCases.Outcome;
import io.remit.legal.CourtNotices;
import io.remit.legal.CourtProcess;
import java.util.Map;
import java.util.Optional;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** Drives {@code court-case.bpmn} and {@code tell-court.bpmn}; the case's number is their business key. */
@Component
class EngineCourtProcess implements CourtProcess, CourtNotices {

  private final RuntimeService runtime;
  private final TaskService tasks;
  private final TasksInPerson inPerson;
  private final OpenTimers timers;

  EngineCourtProcess(@Lazy RuntimeService runtime, @Lazy TaskService tasks, TasksInPerson inPerson, OpenTimers timers) {
    this.runtime = runtime;
    this.tasks = tasks;
    this.inPerson = inPerson;
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
