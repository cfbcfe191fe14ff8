package io.remit.process;

import io.remit.cases.CaseChange;
import io.remit.cases.CaseProcess;
import io.remit.cases.CaseRepository;
import io.remit.cases.FollowUp;
import java.util.Optional;
import java.util.function.Supplier;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.variable.Variables;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** Drives {@code collection-case.bpmn}. */
@Component
class EngineCaseProcess implements CaseProcess {

  private final ProcessEngine engine;
  private final CaseRepository cases;
  private final TaskCards cards;
  private final EngineTables tables;
  private final ProcessReadiness readiness;
  private final OpenTimers timers;

  EngineCaseProcess(@Lazy ProcessEngine engine, CaseRepository cases, TaskCards cards, EngineTables tables,
      ProcessReadiness readiness, OpenTimers timers) {
    this.engine = engine;
    this.cases = cases;
    this.cards = cards;
    this.tables = tables;
    this.readiness = readiness;
    this.timers = timers;
  }

  @Override
  public String start(String caseNumber) {
    tables.caseStarts();
    return engine.getRuntimeService().startProcessInstanceByKey(CaseModel.KEY, caseNumber).getId();
  }

  @Override
  public boolean canStart() {
    return readiness.canStart();
  }

  @Override
  public Optional<FollowUp.Why> barTo(String caseNumber) {
    return readiness.barTo(caseNumber, cases.processOf(caseNumber));
  }

  @Override
  public boolean isOnHold(String caseNumber) {
    return engine.getRuntimeService().createExecutionQuery().processInstanceId(cases.processOf(caseNumber))
        .activityId(CaseModel.ON_HOLD).count() > 0;
  }

  @Override
  public void changed(String caseNumber, CaseChange change) {
    engine.getRuntimeService().createMessageCorrelation(CaseModel.CASE_CHANGED)
        .processInstanceId(cases.processOf(caseNumber))
        .setVariable(CaseModel.CHANGE, Variables.stringValue(change.name(), true))
        .correlate();
  }

  @Override
  public void redate(String caseNumber) {
    timers.redate(cases.processOf(caseNumber));
  }

  @Override
  public void refreshCards(String caseNumber) {
    TaskService tasks = engine.getTaskService();
    tasks.createTaskQuery().or().processInstanceBusinessKey(caseNumber)
        .processInstanceBusinessKeyLike(caseNumber + "-%").endOr().list()
        .forEach(task -> tasks.setVariablesLocal(task.getId(),
            cards.variablesFor(caseNumber, task.getTaskDefinitionKey())));
  }

  @Override
  public <T> T together(Supplier<T> work) {
    return ((ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration()).getCommandExecutorTxRequired()
        .execute(context -> context.runWithoutAuthorization(work::get));
  }
}
