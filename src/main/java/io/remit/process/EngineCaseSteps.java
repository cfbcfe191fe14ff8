package io.remit.process;

import io.remit.cases.CaseRepository;
import io.remit.cases.Channel;
import io.remit.cases.FollowUp.Why;
import io.remit.contact.treatment.CaseSteps;
import java.util.List;
import java.util.Optional;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.runtime.Execution;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.engine.task.Task;
import org.camunda.bpm.model.bpmn.instance.FlowNode;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** Drives what stands in a stage of {@code collection-case.bpmn}: calls, visits and the wait behind them. */
@Component
class EngineCaseSteps implements CaseSteps {

  private final TaskService tasks;
  private final RuntimeService runtime;
  private final RepositoryService repository;
  private final CaseRepository cases;
  private final ProcessReadiness readiness;

  EngineCaseSteps(@Lazy TaskService tasks, @Lazy RuntimeService runtime, @Lazy RepositoryService repository,
      CaseRepository cases, ProcessReadiness readiness) {
    this.tasks = tasks;
    this.runtime = runtime;
    this.repository = repository;
    this.cases = cases;
    this.readiness = readiness;
  }

  @Override
  public Optional<Channel> openContact(String caseNumber) {
    return contactsOf(caseNumber).stream().findFirst()
        .map(task -> task.getTaskDefinitionKey().equals(CaseModel.CALL_TASK) ? Channel.CALL : Channel.VISIT);
  }

  private List<Task> contactsOf(String caseNumber) {
    return tasks.createTaskQuery().processInstanceBusinessKey(caseNumber)
        .taskDefinitionKeyIn(CaseModel.CALL_TASK, CaseModel.VISIT_TASK).list();
  }

  @Override
  public boolean takeBack(String caseNumber) {
    List<Execution> waiting = contactsOf(caseNumber).stream().flatMap(task -> runtime.createExecutionQuery()
        .processInstanceId(task.getProcessInstanceId()).messageEventSubscriptionName(CaseModel.CONTACT_TAKEN_BACK)
        .list().stream()).toList();
    waiting.forEach(execution -> runtime.messageEventReceived(CaseModel.CONTACT_TAKEN_BACK, execution.getId()));
    return !waiting.isEmpty();
  }

  @Override
  public boolean waits(String caseNumber) {
    return waitOf(caseNumber).isPresent();
  }

  @Override
  public void goOn(String caseNumber) {
    waitOf(caseNumber).ifPresent(execution -> runtime.signal(execution.getId()));
  }

  /** Models of older days lead nowhere from there: what waits in them stays until the next stage. */
  private Optional<Execution> waitOf(String caseNumber) {
    String wait = CaseModel.waitIn(cases.get(caseNumber).stage());
    return runtime.createExecutionQuery().processInstanceId(cases.processOf(caseNumber)).activityId(wait).active()
        .list().stream().findFirst().filter(execution -> leadsOn(execution, wait));
  }

  private boolean leadsOn(Execution execution, String wait) {
    ProcessInstance process =
        runtime.createProcessInstanceQuery().processInstanceId(execution.getProcessInstanceId()).singleResult();
    FlowNode drawn = repository.getBpmnModelInstance(process.getProcessDefinitionId()).getModelElementById(wait);
    return !drawn.getOutgoing().isEmpty();
  }

  @Override
  public boolean isBarred(String caseNumber) {
    return readiness.barTo(caseNumber, cases.processOf(caseNumber)).filter(why -> why != Why.GONE).isPresent();
  }
}
