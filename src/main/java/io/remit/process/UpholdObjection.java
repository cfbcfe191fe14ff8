package io.remit.process;

import io.remit.hold.Holds;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** The debtor is right: the case leaves collection. */
@Component
class UpholdObjection implements JavaDelegate {

  private final Holds holds;
  private final CurrentUser user;

  UpholdObjection(Holds holds, CurrentUser user) {
    this.holds = holds;
    this.user = user;
  }

  @Override
  public void execute(DelegateExecution execution) {
    holds.uphold(CaseModel.matterOf(execution), user.id());
  }
}
