package io.remit.process;

import io.remit.hold.Holds;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Collection goes on. */
@Component
class ReleaseHold implements JavaDelegate {

  private final Holds holds;
  private final CurrentUser user;

  ReleaseHold(Holds holds, CurrentUser user) {
    this.holds = holds;
    this.user = user;
  }

  @Override
  public void execute(DelegateExecution execution) {
    holds.release(CaseModel.matterOf(execution), user.id(), "RESUMED");
  }
}
