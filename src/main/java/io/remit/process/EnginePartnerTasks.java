package io.remit.process;

import io.remit.outsourcing.PartnerTasks;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.impl.persistence.entity.TaskEntity;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** Drives {@code partner-case.bpmn}; the case's number is its business key. */
@Component
class EnginePartnerTasks implements PartnerTasks {

  private final RuntimeService runtime;
  private final TaskService tasks;
  private final IdentityService identities;
  private final CurrentUser user;

  EnginePartnerTasks(@Lazy RuntimeService runtime, @Lazy TaskService tasks, @Lazy IdentityService identities,
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
    return withAllRights(() -> runtime.createProcessInstanceQuery().processDefinitionKey(CaseModel.PARTNER_CASE).list()
        .stream().map(ProcessInstance::getBusinessKey).collect(Collectors.toSet()));
  }

  @Override
  public void begin(String caseNumber) {
    withAllRights(() -> {
      boolean begun = runtime.createProcessInstanceQuery().processDefinitionKey(CaseModel.PARTNER_CASE)
          .processInstanceBusinessKey(caseNumber).count() > 0;
      return begun ? null : runtime.startProcessInstanceByKey(CaseModel.PARTNER_CASE, caseNumber);
    });
  }

  /** One that is completed in this very transaction goes its own way. */
  @Override
  public void end(String caseNumber) {
    withAllRights(() -> {
      tasks.createTaskQuery().processInstanceBusinessKey(caseNumber).taskDefinitionKey(CaseModel.WORK_PLACED_TASK)
          .list().stream().filter(task -> !((TaskEntity) task).isDeleted())
          .forEach(task -> runtime.createMessageCorrelation(CaseModel.MATTER_CHANGED)
              .processInstanceId(task.getProcessInstanceId()).correlate());
      return null;
    });
  }

  private <T> T withAllRights(Supplier<T> step) {
    return user.actingAs(user.id(), step);
  }
}
