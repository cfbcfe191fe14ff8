package io.remit.tasklist;

import io.remit.cases.MatterKey;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** The engine's open tasks, each with the case that it is about. */
@Component
class OpenTasks {

  private final TaskService tasks;
  private final RuntimeService runtime;

  OpenTasks(TaskService tasks, RuntimeService runtime) {
    this.tasks = tasks;
    this.runtime = runtime;
  }

  /**
   * A task.
   *
   * @param key the element of the model, such as {@code task_call_debtor}
   * @param assignee user id, or null
   * @param priority the more the more urgent; 50 is usual
   */
  record OpenTask(String taskId, String key, String caseNumber, @Nullable String assignee, int priority) {
  }

  Optional<OpenTask> find(String taskId) {
    return find(List.of(taskId)).stream().findFirst();
  }

  /** Those of these tasks that are open, in no order. */
  List<OpenTask> find(List<String> taskIds) {
    List<Task> found = tasks.createTaskQuery().taskIdIn(taskIds.toArray(String[]::new)).list();
    Map<String, String> keys = businessKeys(found.stream().map(Task::getProcessInstanceId));
    return found.stream()
        .flatMap(task -> Optional.ofNullable(keys.get(task.getProcessInstanceId()))
            .map(key -> new OpenTask(task.getId(), task.getTaskDefinitionKey(), MatterKey.caseNumberIn(key),
                task.getAssignee(), task.getPriority()))
            .stream())
        .toList();
  }

  private Map<String, String> businessKeys(Stream<String> instances) {
    String[] ids = instances.distinct().toArray(String[]::new);
    return ids.length == 0 ? Map.of()
        : runtime.createProcessInstanceQuery().processInstanceIds(Arrays.stream(ids).collect(Collectors.toSet())).list()
            .stream().filter(instance -> instance.getBusinessKey() != null)
            .collect(Collectors.toMap(ProcessInstance::getId, ProcessInstance::getBusinessKey));
  }
}
