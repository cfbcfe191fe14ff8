package io.remit.process;

import io.remit.cases.CaseRepository;
import io.remit.cases.CollectionCase.Status;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.stereotype.Component;

/** What gateways ask of the facts: {@code ${caseFacts...}}. */
@Component("caseFacts")
public class CaseFacts {

  private final CaseRepository cases;

  CaseFacts(CaseRepository cases) {
    this.cases = cases;
  }

  /** Whether a hold that stops all contact is on the case. */
  public boolean onHold(DelegateExecution execution) {
    return cases.get(CaseModel.caseOf(execution)).status() == Status.HELD;
  }
}
