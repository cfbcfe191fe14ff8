package io.remit.process;

import io.remit.payment.IdentificationTasks;
import org.camunda.bpm.engine.RuntimeService;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** Drives {@code identify-payment.bpmn}. */
@Component
class PaymentTasks implements IdentificationTasks {

  private final RuntimeService runtime;

  PaymentTasks(@Lazy RuntimeService runtime) {
    this.runtime = runtime;
  }

  @Override
  public void askSupervisor(String paymentNumber) {
    runtime.startProcessInstanceByKey(CaseModel.IDENTIFY_PAYMENT, paymentNumber);
  }

  @Override
  public void answeredByItself(String paymentNumber) {
    runtime.createMessageCorrelation(CaseModel.MATTER_CHANGED).processInstanceBusinessKey(paymentNumber).correlate();
  }
}
