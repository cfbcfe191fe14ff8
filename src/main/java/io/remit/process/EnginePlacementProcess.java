package io.remit.process;

import io.remit.cases.BusinessCalendar;
import io.remit.outsourcing.PlacementProcess;
import java.util.Collection;
import java.util.Date;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.task.Task;
import org.jspecify.annotations.Nullable;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** Drives {@code placement.bpmn}; the case's number is its business key. */
@Component
class EnginePlacementProcess implements PlacementProcess {

  /** The event at which a case waits for the hour of its batch. */
  private static final String BATCH_DUE = "hand_over_due";

  private final RuntimeService runtime;
  private final ManagementService management;
  private final TaskService tasks;
  private final TasksInPerson inPerson;
  private final CurrentUser user;
  private final BusinessCalendar calendar;

  EnginePlacementProcess(@Lazy RuntimeService runtime, @Lazy ManagementService management, @Lazy TaskService tasks,
      TasksInPerson inPerson, CurrentUser user, BusinessCalendar calendar) {
    this.runtime = runtime;
    this.management = management;
    this.tasks = tasks;
    this.inPerson = inPerson;
    this.user = user;
    this.calendar = calendar;
  }

  @Override
  public void returned(String caseNumber, String outcome, String actor) {
    Task waiting = waiting(caseNumber);
    if (waiting == null) {
      throw new IllegalStateException("case " + caseNumber + " waits for no partner");
    }
    inPerson.complete(waiting, actor, Map.of(CaseModel.OUTCOME, outcome));
  }

  private @Nullable Task waiting(String caseNumber) {
    return tasks.createTaskQuery().processInstanceBusinessKey(caseNumber).taskDefinitionKey(CaseModel.PLACED_TASK)
        .singleResult();
  }

  @Override
  public boolean recalled(String caseNumber) {
    return user.actingAs(user.id(), () -> {
      Task waiting = waiting(caseNumber);
      if (waiting == null) {
        return false;
      }
      runtime.createMessageCorrelation(CaseModel.MATTER_CHANGED).processInstanceId(waiting.getProcessInstanceId())
          .correlate();
      return true;
    });
  }

  @Override
  public void doNotWait(Collection<String> caseNumbers) {
    Date now = Date.from(calendar.now());
    Map<String, Job> waiting = management.createJobQuery().processDefinitionKey(CaseModel.PLACEMENT)
        .activityId(BATCH_DUE).duedateHigherThan(now).list().stream()
        .collect(Collectors.toMap(Job::getProcessInstanceId, Function.identity()));
    if (waiting.isEmpty()) {
      return;
    }
    Set<String> these = Set.copyOf(caseNumbers);
    runtime.createProcessInstanceQuery().processDefinitionKey(CaseModel.PLACEMENT).activityIdIn(BATCH_DUE).list()
        .stream().filter(instance -> these.contains(instance.getBusinessKey()))
        .map(instance -> waiting.get(instance.getProcessInstanceId())).filter(Objects::nonNull)
        .forEach(job -> management.setJobDuedate(job.getId(), now));
  }
}
