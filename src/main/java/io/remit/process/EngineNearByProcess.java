package io.remit.process;

import io.remit.cases.MatterKey;
import io.remit.outsourcing.NearByProcess;
import io.remit.outsourcing.NearByTaking;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** Drives {@code near-by-case.bpmn}; the offer to one partner is its business key. */
@Component
class EngineNearByProcess implements NearByProcess {

  private final RuntimeService runtime;
  private final TaskService tasks;
  private final TasksInPerson inPerson;
  private final CurrentUser user;

  EngineNearByProcess(@Lazy RuntimeService runtime, @Lazy TaskService tasks, TasksInPerson inPerson,
      CurrentUser user) {
    this.runtime = runtime;
    this.tasks = tasks;
    this.inPerson = inPerson;
    this.user = user;
  }

  @Override
  public void offer(MatterKey invitation) {
    withAllRights(() -> runtime.startProcessInstanceByKey(CaseModel.NEAR_BY, invitation.toString()));
  }

  @Override
  public void over(MatterKey invitation) {
    withAllRights(() -> {
      waiting(invitation).ifPresent(task -> runtime.createMessageCorrelation(CaseModel.MATTER_CHANGED)
          .processInstanceId(task.getProcessInstanceId()).correlate());
      return null;
    });
  }

  @Override
  public void answer(MatterKey invitation, NearByTaking.Answer answer, String actor) {
    Map<String, Object> fields = new HashMap<>(Map.of(CaseModel.OUTCOME, answer.outcome().name()));
    if (answer.knowsDebtor() != null) {
      fields.put("knowsDebtor", answer.knowsDebtor());
    }
    Task waiting = withAllRights(() -> waiting(invitation)).orElseThrow(
        () -> new IllegalStateException("nobody is asked to take " + invitation));
    inPerson.complete(waiting, actor, fields);
  }

  private Optional<Task> waiting(MatterKey invitation) {
    return Optional.ofNullable(tasks.createTaskQuery().processInstanceBusinessKey(invitation.toString())
        .taskDefinitionKey(CaseModel.NEAR_BY_TASK).singleResult());
  }

  private <T> T withAllRights(Supplier<T> step) {
    return user.actingAs(user.id(), step);
  }
}
