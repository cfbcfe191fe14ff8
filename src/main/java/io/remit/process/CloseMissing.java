package io.remit.process;

import io.remit.intake.Closings;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** A person agreed: some of the accounts that a complete file leaves out are closed. */
@Component
class CloseMissing implements JavaDelegate {

  private final Closings closings;

  CloseMissing(Closings closings) {
    this.closings = closings;
  }

  @Override
  public void execute(DelegateExecution execution) {
    closings.closeSome(execution.getProcessBusinessKey());
  }
}
