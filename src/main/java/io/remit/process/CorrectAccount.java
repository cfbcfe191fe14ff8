package io.remit.process;

import io.remit.dispute.Disputes;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** The debtor was right about the amount: books what is really owed, and ends the hold. */
@Component
class CorrectAccount implements JavaDelegate {

  private final Disputes disputes;
  private final CurrentUser user;

  CorrectAccount(Disputes disputes, CurrentUser user) {
    this.disputes = disputes;
    this.user = user;
  }

  @Override
  public void execute(DelegateExecution execution) {
    disputes.correct(CaseModel.matterOf(execution), user.id());
  }
}
