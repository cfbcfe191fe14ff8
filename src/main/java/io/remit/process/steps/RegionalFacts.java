package io.remit.process.steps;

import io.remit.process.ForModels;
import io.remit.region.RegionalRelief;
import io.remit.region.RegionalRule;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.stereotype.Component;

/** What gateways ask about relief for a region: {@code ${regionalFacts...}}. */
@ForModels
@Component("regionalFacts")
public class RegionalFacts {

  private final RegionalRelief relief;

  RegionalFacts(RegionalRelief relief) {
    this.relief = relief;
  }

  /** Whether cases of the region are not paused yet. */
  public boolean moreToPause(DelegateExecution execution) {
    return relief.hasMoreToPause(RegionalRule.idIn(execution.getProcessBusinessKey()));
  }

  /** Whether cases are still paused by the rule. */
  public boolean moreToResume(DelegateExecution execution) {
    return relief.hasMoreToResume(RegionalRule.idIn(execution.getProcessBusinessKey()));
  }
}
