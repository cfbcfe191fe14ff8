package io.remit.process;

import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.IdentityService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/**
 * Drives the processes in which people of partners work, one for a case, whose number is the business key. Whoever is
 * at work here has no rights on them, so that all of it is done with all rights.
 */
@Component
class PartnersOwnWork {

  private final RuntimeService runtime;
  private final TaskService tasks;
  private final IdentityService identities;
  private final CurrentUser user;

  PartnersOwnWork(@Lazy RuntimeService runtime, @Lazy TaskService tasks, @Lazy IdentityService identities,
      CurrentUser user) {
    this.runtime = runtime;
    this.tasks = tasks;
    this.identities = identities;
    this.user = user;
  }

  boolean hasPeople(String groupId) {
    return withAllRights(() -> identities.createUserQuery().memberOfGroup(groupId).count() > 0);
  }

  /** The cases for which a process runs. */
  Set<String> underWork(String processKey) {
    return withAllRights(() -> runtime.createProcessInstanceQuery().processDefinitionKey(processKey).list().stream()
        .map(ProcessInstance::getBusinessKey).collect(Collectors.toSet()));
  }

  /** Begins it for a case, unless it runs. */
  void beginOnce(String processKey, String caseNumber) {
    withAllRights(() -> {
      boolean begun = runtime.createProcessInstanceQuery().processDefinitionKey(processKey)
          .processInstanceBusinessKey(caseNumber).count() > 0;
      return begun ? null : runtime.startProcessInstanceByKey(processKey, caseNumber);
    });
  }

  void begin(String processKey, String caseNumber) {
    withAllRights(() -> runtime.startProcessInstanceByKey(processKey, caseNumber));
  }

  /** Tells those of the tasks for a case that are meant that something changed. */
  void changed(String caseNumber, List<String> taskKeys, Predicate<Task> meant) {
    withAllRights(() -> {
      tasks.createTaskQuery().processInstanceBusinessKey(caseNumber)
          .taskDefinitionKeyIn(taskKeys.toArray(String[]::new)).list().stream().filter(meant)
          .forEach(task -> runtime.createMessageCorrelation(CaseModel.MATTER_CHANGED)
              .processInstanceId(task.getProcessInstanceId()).correlate());
      return null;
    });
  }

  private <T> T withAllRights(Supplier<T> step) {
    return user.actingAs(user.id(), step);
  }
}
