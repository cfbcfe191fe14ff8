package io.remit.process;

import io.remit.cases.InvalidInputException;
import io.remit.outsourcing.proposal.ProposalProcess;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Stream;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.task.Task;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** Drives {@code placement-batch.bpmn}, and the forms of the cases that are approved with a batch. */
@Component
class EngineProposalProcess implements ProposalProcess {

  private final RuntimeService runtime;
  private final TaskService tasks;
  private final TasksInPerson inPerson;
  private final CurrentUser user;

  EngineProposalProcess(@Lazy RuntimeService runtime, @Lazy TaskService tasks, TasksInPerson inPerson,
      CurrentUser user) {
    this.runtime = runtime;
    this.tasks = tasks;
    this.inPerson = inPerson;
    this.user = user;
  }

  @Override
  public void begin(String partnerId) {
    user.actingAs(user.id(), () ->
        runtime.startProcessInstanceByKey(CaseModel.PLACEMENT_BATCH, PartnerBusinessKey.of(partnerId)));
  }

  @Override
  public void nothingLeft(String partnerId) {
    user.actingAs(user.id(), () -> {
      runtime.createProcessInstanceQuery().processDefinitionKey(CaseModel.PLACEMENT_BATCH)
          .processInstanceBusinessKey(PartnerBusinessKey.of(partnerId)).activityIdIn(CaseModel.APPROVE_BATCH_TASK)
          .list().forEach(asking -> runtime.createMessageCorrelation(CaseModel.MATTER_CHANGED)
              .processInstanceId(asking.getId()).correlate());
      return null;
    });
  }

  @Override
  public boolean approve(String caseNumber, String partnerId, String actor) {
    return user.actingAs(actor, () -> {
      Task waiting = tasks.createTaskQuery().processInstanceBusinessKey(caseNumber)
          .taskDefinitionKey(CaseModel.APPROVE_PLACEMENT_TASK).singleResult();
      if (waiting == null || waiting.getAssignee() != null && !waiting.getAssignee().equals(actor)) {
        return false;
      }
      complete(waiting, actor, partnerId);
      return true;
    });
  }

  /** The engine wraps what a form's listener throws. */
  private void complete(Task waiting, String actor, String partnerId) {
    try {
      inPerson.complete(waiting, actor, Map.of(CaseModel.OUTCOME, "APPROVED", "partnerId", partnerId));
    } catch (ProcessEngineException failed) {
      throw Stream.<Throwable>iterate(failed, Objects::nonNull, Throwable::getCause)
          .filter(InvalidInputException.class::isInstance).map(InvalidInputException.class::cast).findFirst()
          .<RuntimeException>map(Function.identity()).orElse(failed);
    }
  }
}
