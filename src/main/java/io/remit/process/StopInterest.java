package io.remit.process;

import io.remit.hardship.Reliefs;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Collection goes on without interest. */
@Component
class StopInterest implements JavaDelegate {

  private final Reliefs reliefs;
  private final CurrentUser user;

  StopInterest(Reliefs reliefs, CurrentUser user) {
    this.reliefs = reliefs;
    this.user = user;
  }

  @Override
  public void execute(DelegateExecution execution) {
    reliefs.stopInterest(CaseModel.matterOf(execution), user.id());
  }
}
