package io.remit.process;

import io.remit.hardship.Reliefs;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Notes that lower instalments are to be proposed. */
@Component
class ProposeInstalments implements JavaDelegate {

  private final Reliefs reliefs;
  private final CurrentUser user;

  ProposeInstalments(Reliefs reliefs, CurrentUser user) {
    this.reliefs = reliefs;
    this.user = user;
  }

  @Override
  public void execute(DelegateExecution execution) {
    reliefs.proposeInstalments(CaseModel.matterOf(execution), user.id());
  }
}
