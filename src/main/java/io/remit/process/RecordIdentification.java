package io.remit.process;

import io.remit.payment.IdentifiedPayment;
import io.remit.payment.PaymentDecisions;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.stereotype.Component;

/** Takes what a supervisor found out about a payment. */
@Component
class RecordIdentification implements TaskListener {

  private final PaymentDecisions payments;
  private final CurrentUser user;

  RecordIdentification(PaymentDecisions payments, CurrentUser user) {
    this.payments = payments;
    this.user = user;
  }

  @Override
  public void notify(DelegateTask task) {
    SubmittedForm form = SubmittedForm.takenFrom(task, user.id());
    payments.record(task.getExecution().getProcessBusinessKey(), new IdentifiedPayment(form.outcome(),
        form.text("likelyAccount"), form.text("accountNumber"), form.text("amount"), form.text("furtherAccounts"),
        form.text("exchangeRate"), form.text("leftOver"), form.text("note")), user.id());
  }
}
