package io.remit.process;

import io.remit.hardship.Reliefs;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Books the part that need not be paid. */
@Component
class WaivePart implements JavaDelegate {

  private final Reliefs reliefs;
  private final CurrentUser user;

  WaivePart(Reliefs reliefs, CurrentUser user) {
    this.reliefs = reliefs;
    this.user = user;
  }

  @Override
  public void execute(DelegateExecution execution) {
    reliefs.waive(CaseModel.matterOf(execution), user.id());
  }
}
