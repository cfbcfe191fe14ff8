package io.remit.process;

import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.stereotype.Component;

/** Gives a new task its view of the payment that it is about. */
@Component
class PreparePayment implements TaskListener {

  static final String PAYMENT_VIEW = "paymentView";

  @Override
  public void notify(DelegateTask task) {
    task.setVariableLocal(PAYMENT_VIEW,
        CaseViewValue.of(task.getExecution().getProcessBusinessKey(), task.getTaskDefinitionKey()));
  }
}
