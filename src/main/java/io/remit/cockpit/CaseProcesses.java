package io.remit.cockpit;

import java.time.Instant;
import java.util.Comparator;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.camunda.bpm.engine.HistoryService;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.history.HistoricActivityInstance;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.IdentityLink;
import org.camunda.bpm.model.bpmn.instance.FlowElement;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Where the engine has a case: in its own process, in those that it called, and in those of matters beside it. */
@Component
class CaseProcesses {

  /** Dates of timers that nothing foresees lie beyond it. */
  private static final Instant END_OF_FORESIGHT = Instant.parse("9000-01-01T00:00:00Z");
  private static final List<String> SCOPES = List.of("subProcess", "callActivity");
  private static final String TREATMENT_DECISION = "_treatment";

  private final RuntimeService runtime;
  private final TaskService tasks;
  private final ManagementService management;
  private final HistoryService history;
  private final RepositoryService models;

  CaseProcesses(RuntimeService runtime, TaskService tasks, ManagementService management, HistoryService history,
      RepositoryService models) {
    this.runtime = runtime;
    this.tasks = tasks;
    this.management = management;
    this.history = history;
    this.models = models;
  }

  /**
   * An element at which a process waits.
   *
   * @param key the number of the case, or of a matter beside it
   * @param process key of the process
   * @param name of the element; may be null
   * @param type such as {@code receiveTask}
   * @param task null if it is not for people
   */
  record Wait(String key, String process, String element, @Nullable String name, String type, Instant since,
      @Nullable Task task) {
  }

  /**
   * Work for people.
   *
   * @param groups who may claim it
   * @param assignee whose it is; null if nobody's yet
   */
  record Task(List<String> groups, @Nullable String assignee, @Nullable Instant dueAt) {
  }

  /**
   * What a process will do by itself.
   *
   * @param at when; null if that is not foreseen
   * @param failed whether it was tried too often and waits for an operator
   */
  record Step(String key, String process, String element, String name, @Nullable Instant at, boolean failed) {
  }

  /**
   * The decision on what to do next in a stage.
   *
   * @param leadTo the element behind it that it chose; null if that is not known
   * @param name of that element
   */
  record Decided(Instant at, String decision, @Nullable String leadTo, @Nullable String name) {
  }

  /** The process of the case first. */
  List<ProcessInstance> of(String caseNumber) {
    return Stream.concat(
        runtime.createProcessInstanceQuery().processInstanceBusinessKey(caseNumber).list().stream(),
        runtime.createProcessInstanceQuery().processInstanceBusinessKeyLike(caseNumber + "-%").list().stream())
        .sorted(Comparator.comparing(ProcessInstance::getBusinessKey)
            .thenComparing(process -> !process.getId().equals(process.getRootProcessInstanceId())))
        .toList();
  }

  List<Wait> waits(List<ProcessInstance> processes) {
    return processes.stream().flatMap(process -> history.createHistoricActivityInstanceQuery()
        .processInstanceId(process.getId()).unfinished().list().stream()
        .filter(stay -> !SCOPES.contains(stay.getActivityType()))
        .map(stay -> new Wait(process.getBusinessKey(), stay.getProcessDefinitionKey(), stay.getActivityId(),
            stay.getActivityName(), stay.getActivityType(), stay.getStartTime().toInstant(), task(stay.getTaskId()))))
        .toList();
  }

  /** @return null for no task, or one that has just been completed */
  private @Nullable Task task(String taskId) {
    var open = taskId == null ? null : tasks.createTaskQuery().taskId(taskId).singleResult();
    return open == null ? null : new Task(
        tasks.getIdentityLinksForTask(taskId).stream().map(IdentityLink::getGroupId).filter(group -> group != null)
            .sorted().toList(),
        open.getAssignee(), moment(open.getDueDate()));
  }

  /** The soonest first, what nobody foresees last. */
  List<Step> steps(List<ProcessInstance> processes) {
    return processes.stream()
        .flatMap(process -> management.createJobQuery().processInstanceId(process.getId()).list().stream()
            .map(job -> step(process, job)))
        .sorted(Comparator.comparing(Step::at, Comparator.nullsLast(Comparator.naturalOrder()))).toList();
  }

  private Step step(ProcessInstance process, Job job) {
    String element = management.createJobDefinitionQuery().jobDefinitionId(job.getJobDefinitionId()).singleResult()
        .getActivityId();
    FlowElement drawn =
        models.getBpmnModelInstance(process.getProcessDefinitionId()).getModelElementById(element);
    return new Step(process.getBusinessKey(), job.getProcessDefinitionKey(), element, drawn.getName(),
        moment(job.getDuedate()), job.getRetries() == 0);
  }

  /** What was decided last in a process of a case, running or ended. */
  Optional<Decided> lastDecision(String processInstanceId) {
    List<HistoricActivityInstance> stays = history.createHistoricActivityInstanceQuery()
        .processInstanceId(processInstanceId).orderPartiallyByOccurrence().asc().list();
    for (int i = stays.size() - 1; i >= 0; i--) {
      HistoricActivityInstance decision = stays.get(i);
      if (decision.getActivityType().equals("businessRuleTask")
          && decision.getActivityId().endsWith(TREATMENT_DECISION)) {
        Optional<HistoricActivityInstance> chosen = stays.stream().skip(i + 1)
            .filter(stay -> !stay.getActivityType().endsWith("Gateway")).findFirst();
        return Optional.of(new Decided(decision.getStartTime().toInstant(), decision.getActivityId(),
            chosen.map(HistoricActivityInstance::getActivityId).orElse(null),
            chosen.map(HistoricActivityInstance::getActivityName).orElse(null)));
      }
    }
    return Optional.empty();
  }

  private static @Nullable Instant moment(@Nullable Date date) {
    return Optional.ofNullable(date).map(Date::toInstant).filter(at -> at.isBefore(END_OF_FORESIGHT)).orElse(null);
  }
}
