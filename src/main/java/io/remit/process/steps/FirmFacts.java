package io.remit.process.steps;

import io.remit.legal.FirmWork;
import io.remit.legal.firm.FirmCases;
import io.remit.process.CaseModel;
import io.remit.process.ForModels;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.stereotype.Component;

/** What the drawing of a suit at its law firm asks of the facts: {@code ${firmFacts...}}. */
@ForModels
@Component("firmFacts")
public class FirmFacts {

  private final FirmCases firms;
  private final FirmWork work;

  FirmFacts(FirmCases firms, FirmWork work) {
    this.firms = firms;
    this.work = work;
  }

  /** The id of the group of the law firm that has the suit. */
  public String group(DelegateExecution execution) {
    return firms.groupFor(CaseModel.caseOf(execution));
  }

  /** Whether there is a judgment, which is being enforced. */
  public boolean isEnforcing(DelegateExecution execution) {
    return work.isEnforcing(CaseModel.caseOf(execution));
  }

  /** Whether the firm does not have the suit any more. */
  public boolean isOver(DelegateExecution execution) {
    return work.isOver(CaseModel.caseOf(execution));
  }
}
