package io.remit.process;

import io.remit.hardship.Reliefs;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Refuses relief, since evidence is forged. */
@Component
class RefuseForged implements JavaDelegate {

  private final Reliefs reliefs;
  private final CurrentUser user;

  RefuseForged(Reliefs reliefs, CurrentUser user) {
    this.reliefs = reliefs;
    this.user = user;
  }

  @Override
  public void execute(DelegateExecution execution) {
    reliefs.refuseForged(CaseModel.matterOf(execution), user.id());
  }
}
