package io.remit.process;

import io.remit.approval.Withdrawals;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Another person approved that the creditor takes the case back: it leaves collection. */
@Component
class WithdrawCase implements JavaDelegate {

  private final Withdrawals withdrawals;
  private final CurrentUser user;

  WithdrawCase(Withdrawals withdrawals, CurrentUser user) {
    this.withdrawals = withdrawals;
    this.user = user;
  }

  @Override
  public void execute(DelegateExecution execution) {
    withdrawals.carryOut(CaseModel.matterOf(execution), user.id());
  }
}
