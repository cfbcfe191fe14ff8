package io.remit.process.steps;

import io.remit.hardship.HardshipEvidence;
import io.remit.process.CaseModel;
import io.remit.process.ForModels;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.stereotype.Component;

/** What gateways ask about evidence of hardship: {@code ${hardshipFacts...}}. */
@ForModels
@Component("hardshipFacts")
public class HardshipFacts {

  private final HardshipEvidence evidence;

  HardshipFacts(HardshipEvidence evidence) {
    this.evidence = evidence;
  }

  /** Whether some of the evidence was forged. */
  public boolean evidenceForged(DelegateExecution execution) {
    return evidence.isForged(CaseModel.matterOf(execution));
  }

  /** Whether evidence waits to be checked by a second person. */
  public boolean evidenceToCheck(DelegateExecution execution) {
    return evidence.isToBeChecked(CaseModel.matterOf(execution));
  }

  /** Whether the debtor still has time to bring evidence, and has brought none that was accepted. */
  public boolean evidenceAwaited(DelegateExecution execution) {
    return evidence.isAwaited(CaseModel.matterOf(execution));
  }
}
