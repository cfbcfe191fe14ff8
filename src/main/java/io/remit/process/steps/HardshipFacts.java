package io.remit.process.steps;

import io.remit.hardship.Hardships;
import io.remit.process.CaseModel;
import io.remit.process.ForModels;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.stereotype.Component;

/** What gateways ask about evidence of hardship: {@code ${hardshipFacts...}}. */
@ForModels
@Component("hardshipFacts")
public class HardshipFacts {

  private final Hardships hardships;

  HardshipFacts(Hardships hardships) {
    this.hardships = hardships;
  }

  /** Whether some of the evidence was forged. */
  public boolean evidenceForged(DelegateExecution execution) {
    return hardships.evidenceIsForged(CaseModel.matterOf(execution));
  }

  /** Whether evidence waits to be checked by a second person. */
  public boolean evidenceToCheck(DelegateExecution execution) {
    return hardships.evidenceIsToBeChecked(CaseModel.matterOf(execution));
  }

  /** Whether the debtor still has time to bring evidence, and has brought none that was accepted. */
  public boolean evidenceAwaited(DelegateExecution execution) {
    return hardships.evidenceIsAwaited(CaseModel.matterOf(execution));
  }
}
