package io.remit.process.steps;

import io.remit.intake.Closings;
import io.remit.process.ForModels;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.stereotype.Component;

/** What gateways ask of what a complete file leaves out: {@code ${closingFacts...}}. */
@ForModels
@Component("closingFacts")
public class ClosingFacts {

  private final Closings closings;

  ClosingFacts(Closings closings) {
    this.closings = closings;
  }

  /** Whether accounts are left to close. */
  public boolean moreToClose(DelegateExecution execution) {
    return closings.hasMore(execution.getProcessBusinessKey());
  }
}
