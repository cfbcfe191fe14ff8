package io.remit.process;

import io.remit.contact.conversation.MissingPayments;
import org.camunda.bpm.engine.RuntimeService;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** Drives {@code payment-search.bpmn}. */
@Component
class PaymentSearchTasks implements MissingPayments {

  private final RuntimeService runtime;

  PaymentSearchTasks(@Lazy RuntimeService runtime) {
    this.runtime = runtime;
  }

  @Override
  public void askSupervisor(String caseNumber) {
    runtime.startProcessInstanceByKey(CaseModel.PAYMENT_SEARCH, caseNumber);
  }
}
