package io.remit.process.task;

import io.remit.cases.Timeline;
import io.remit.process.CaseModel;
import io.remit.process.CurrentUser;
import io.remit.visit.day.OpenVisits;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** The tasks to visit a debtor. One of a list goes before others, in the list's order; a list is Remit's, no claim. */
@Component
class EngineOpenVisits implements OpenVisits {

  /** What Tasklist sorts by; the first of a list is the highest, and all of a list are above what is in none. */
  private static final int HIGHEST = 100;

  private final TaskService tasks;
  private final RuntimeService runtime;
  private final CurrentUser user;

  EngineOpenVisits(@Lazy TaskService tasks, @Lazy RuntimeService runtime, CurrentUser user) {
    this.tasks = tasks;
    this.runtime = runtime;
    this.user = user;
  }

  @Override
  public List<OpenVisit> all() {
    return user.actingAs(Timeline.SYSTEM, () -> {
      Map<String, String> cases = runtime.createProcessInstanceQuery().processDefinitionKey(CaseModel.VISIT).active()
          .list().stream().collect(Collectors.toMap(ProcessInstance::getId, ProcessInstance::getBusinessKey));
      return tasks.createTaskQuery().taskDefinitionKey(CaseModel.VISIT_TASK).active().orderByTaskId().asc().list()
          .stream().filter(task -> cases.containsKey(task.getProcessInstanceId()))
          .map(task -> new OpenVisit(cases.get(task.getProcessInstanceId()), task.getId(), instant(task.getDueDate()),
              task.getAssignee())).toList();
    });
  }

  private static Instant instant(Date date) {
    return date == null ? null : date.toInstant();
  }

  @Override
  public void give(OpenVisit visit, String agent, int position, Instant arrival) {
    change(visit, task -> {
      task.setAssignee(agent);
      task.setPriority(HIGHEST - position);
      task.setFollowUpDate(Date.from(arrival));
    });
  }

  @Override
  public void free(OpenVisit visit) {
    change(visit, task -> {
      task.setAssignee(null);
      task.setPriority(Task.PRIORITY_NORMAL);
      task.setFollowUpDate(null);
    });
  }

  private void change(OpenVisit visit, Consumer<Task> change) {
    user.actingAs(Timeline.SYSTEM, () -> {
      Task task = tasks.createTaskQuery().taskId(visit.taskId()).singleResult();
      if (task != null) {
        change.accept(task);
        tasks.saveTask(task);
      }
      return null;
    });
  }
}
