package io.remit.process;

import io.remit.hardship.Reliefs;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** A relief is over: what it paused goes on. */
@Component
class EndRelief implements JavaDelegate {

  private final Reliefs reliefs;
  private final CurrentUser user;

  EndRelief(Reliefs reliefs, CurrentUser user) {
    this.reliefs = reliefs;
    this.user = user;
  }

  @Override
  public void execute(DelegateExecution execution) {
    reliefs.end(CaseModel.matterOf(execution), user.id());
  }
}
