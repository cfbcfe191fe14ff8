package io.remit.process;

import io.remit.intake.ClosingProcess;
import org.camunda.bpm.engine.RuntimeService;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** Drives {@code missing-accounts.bpmn}; the closing's number is the business key. */
@Component
class EngineClosingProcess implements ClosingProcess {

  private final RuntimeService runtime;

  EngineClosingProcess(@Lazy RuntimeService runtime) {
    this.runtime = runtime;
  }

  @Override
  public void start(String closingNumber) {
    runtime.startProcessInstanceByKey(CaseModel.MISSING_ACCOUNTS, closingNumber);
  }

  @Override
  public void supersede(String closingNumber) {
    runtime.createProcessInstanceQuery().processDefinitionKey(CaseModel.MISSING_ACCOUNTS)
        .processInstanceBusinessKey(closingNumber).active().list().forEach(waiting ->
            runtime.createMessageCorrelation(CaseModel.MATTER_CHANGED).processInstanceId(waiting.getId()).correlate());
  }
}
