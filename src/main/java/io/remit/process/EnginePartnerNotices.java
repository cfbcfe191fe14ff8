package io.remit.process;

import io.remit.outsourcing.PartnerNotices;
import org.camunda.bpm.engine.RuntimeService;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** Drives {@code tell-partner.bpmn}; the case's number is its business key. */
@Component
class EnginePartnerNotices implements PartnerNotices {

  private final RuntimeService runtime;

  EnginePartnerNotices(@Lazy RuntimeService runtime) {
    this.runtime = runtime;
  }

  @Override
  public void tellPartner(String caseNumber) {
    runtime.startProcessInstanceByKey(CaseModel.TELL_PARTNER, caseNumber);
  }

  /** One that began by an older drawing does not listen, and stays for whoever has the task. */
  @Override
  public void nothingToTell(String caseNumber) {
    runtime.createExecutionQuery().processDefinitionKey(CaseModel.TELL_PARTNER)
        .processInstanceBusinessKey(caseNumber).messageEventSubscriptionName(CaseModel.MATTER_CHANGED).list()
        .forEach(waiting -> runtime.messageEventReceived(CaseModel.MATTER_CHANGED, waiting.getId()));
  }
}
