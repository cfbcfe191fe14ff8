package io.remit.process;

import io.remit.payment.PaymentSearch;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.stereotype.Component;

/** Takes what a supervisor found out about a payment that the debtor says he made. */
@Component
class RecordPaymentSearch implements TaskListener {

  private final PaymentSearch search;
  private final CurrentUser user;

  RecordPaymentSearch(PaymentSearch search, CurrentUser user) {
    this.search = search;
    this.user = user;
  }

  @Override
  public void notify(DelegateTask task) {
    SubmittedForm form = SubmittedForm.takenFrom(task, user.id());
    search.record(CaseModel.caseOf(task.getExecution()), form.outcome(), form.text("accountNumber"),
        form.text("paymentReference"), form.text("note"), user.id());
  }
}
