package io.remit.process.steps;

import io.remit.outsourcing.NearByDesk;
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
  private final NearByDesk desk;

  PlacementFacts(PartnerWork work, NearByDesk desk) {
    this.work = work;
    this.desk = desk;
  }

  /** The id of the group of the partner that has the case. */
  public String partnerGroup(DelegateExecution execution) {
    return work.groupFor(CaseModel.caseOf(execution));
  }

  /** The id of the group of the part-time collector to whom a case is offered. */
  public String nearByGroup(DelegateExecution execution) {
    return desk.groupOf(CaseModel.matterOf(execution).number());
  }

  /** Whether the partner's person who just sent the form gives the case back. */
  public boolean givenBack(DelegateExecution execution) {
    return PartnerWork.Outcome.GIVEN_BACK.name().equals(execution.getVariable(CaseModel.OUTCOME));
  }
}
