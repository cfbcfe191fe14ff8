package io.remit.process.steps;

import io.remit.outsourcing.NearByDesk;
import io.remit.outsourcing.PartnerWork;
import io.remit.outsourcing.deletion.DeletionProofs;
import io.remit.partner.Partner;
import io.remit.process.CaseModel;
import io.remit.process.ForModels;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.stereotype.Component;

/** What a placement's drawing asks of the facts: {@code ${placementFacts...}}. */
@ForModels
@Component("placementFacts")
public class PlacementFacts {

  private final PartnerWork work;
  private final DeletionProofs proofs;
  private final NearByDesk desk;

  PlacementFacts(PartnerWork work, DeletionProofs proofs, NearByDesk desk) {
    this.work = work;
    this.proofs = proofs;
    this.desk = desk;
  }

  /** The id of the group of the partner that has the case, or had it and is to confirm that its data is deleted. */
  public String partnerGroup(DelegateExecution execution) {
    String key = execution.getProcessBusinessKey();
    String caseNumber = CaseModel.caseOf(execution);
    return key.equals(caseNumber) ? work.groupFor(caseNumber)
        : Partner.groupOf(proofs.partnerOf(CaseModel.matterOf(execution)));
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
