package io.remit.process;

import io.remit.contact.dispatch.UnsettledMessages;
import org.camunda.bpm.engine.RuntimeService;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** Drives {@code settle-message.bpmn}. */
@Component
class SettlementTasks implements UnsettledMessages {

  private final RuntimeService runtime;

  SettlementTasks(@Lazy RuntimeService runtime) {
    this.runtime = runtime;
  }

  @Override
  public void askSupervisor(String caseNumber) {
    runtime.startProcessInstanceByKey(CaseModel.SETTLE_MESSAGE, caseNumber);
  }
}
