package io.remit.process;

import io.remit.payment.PaymentDecisions;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.stereotype.Component;

/** Takes what another person decided on what was found out about a payment. */
@Component
class RecordPostingApproval implements TaskListener {

  private final PaymentDecisions payments;
  private final CurrentUser user;

  RecordPostingApproval(PaymentDecisions payments, CurrentUser user) {
    this.payments = payments;
    this.user = user;
  }

  @Override
  public void notify(DelegateTask task) {
    SubmittedForm form = SubmittedForm.takenFrom(task, user.id());
    payments.approve(task.getExecution().getProcessBusinessKey(), form.outcome(), form.text("note"), user.id());
  }
}
