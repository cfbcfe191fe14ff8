package io.remit.process;

import io.remit.hardship.Reliefs;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Lets collection go on beside the plan of lower instalments that was proposed. */
@Component
class GoOnWithInstalments implements JavaDelegate {

  private final Reliefs reliefs;
  private final CurrentUser user;

  GoOnWithInstalments(Reliefs reliefs, CurrentUser user) {
    this.reliefs = reliefs;
    this.user = user;
  }

  @Override
  public void execute(DelegateExecution execution) {
    reliefs.goOnWithInstalments(CaseModel.matterOf(execution), user.id());
  }
}
