package io.remit.process;

import io.remit.legal.firm.FirmProcess;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.camunda.bpm.engine.task.Task;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** Drives {@code firm-case.bpmn} and {@code tell-firm.bpmn}; the case's number is their business key. */
@Component
class EngineFirmProcess implements FirmProcess {

  private final RuntimeService runtime;
  private final TaskService tasks;
  private final IdentityService identities;
  private final CurrentUser user;

  EngineFirmProcess(@Lazy RuntimeService runtime, @Lazy TaskService tasks, @Lazy IdentityService identities,
      CurrentUser user) {
    this.runtime = runtime;
    this.tasks = tasks;
    this.identities = identities;
    this.user = user;
  }

  @Override
  public boolean hasPeople(String groupId) {
    return withAllRights(() -> identities.createUserQuery().memberOfGroup(groupId).count() > 0);
  }

  @Override
  public Set<String> underWork() {
    return withAllRights(() -> runtime.createProcessInstanceQuery().processDefinitionKey(CaseModel.FIRM_CASE).list()
        .stream().map(instance -> instance.getBusinessKey()).collect(Collectors.toSet()));
  }

  @Override
  public void begin(String caseNumber) {
    withAllRights(() -> {
      boolean begun = runtime.createProcessInstanceQuery().processDefinitionKey(CaseModel.FIRM_CASE)
          .processInstanceBusinessKey(caseNumber).count() > 0;
      return begun ? null : runtime.startProcessInstanceByKey(CaseModel.FIRM_CASE, caseNumber);
    });
  }

  /** The task in which the firm itself records the step goes its own way. */
  @Override
  public void moved(String caseNumber) {
    withAllRights(() -> {
      tasks.createTaskQuery().processInstanceBusinessKey(caseNumber)
          .taskDefinitionKeyIn(CaseModel.FIRM_STEP_TASK, CaseModel.FIRM_ENFORCEMENT_TASK).list().stream()
          .filter(task -> !isBeingCompleted(task))
          .forEach(task -> runtime.createMessageCorrelation(CaseModel.MATTER_CHANGED)
              .processInstanceId(task.getProcessInstanceId()).correlate());
      return null;
    });
  }

  private static boolean isBeingCompleted(Task task) {
    return task instanceof DelegateTask here && TaskListener.EVENTNAME_COMPLETE.equals(here.getEventName());
  }

  @Override
  public void tell(String caseNumber) {
    withAllRights(() -> runtime.startProcessInstanceByKey(CaseModel.TELL_FIRM, caseNumber));
  }

  private <T> T withAllRights(Supplier<T> step) {
    return user.actingAs(user.id(), step);
  }
}
