package io.remit.process.steps;

import io.remit.outsourcing.PartnerWork;
import io.remit.process.CaseModel;
import io.remit.process.ForModels;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.stereotype.Component;

/** What a placement's drawing asks of the facts: {@code ${placementFacts...}}. */
@ForModels
@Component("placementFacts")
public class PlacementFacts {

  private final PartnerWork work;

  PlacementFacts(PartnerWork work) {
    this.work = work;
  }

  /** The id of the group of the partner that has the case. */
  public String partnerGroup(DelegateExecution execution) {
    return work.groupFor(CaseModel.caseOf(execution));
  }

  /** Whether the partner's person who just sent the form gives the case back. */
  public boolean givenBack(DelegateExecution execution) {
    return PartnerWork.Outcome.GIVEN_BACK.name().equals(execution.getVariable(CaseModel.OUTCOME));
  }
}
