package io.remit.process.steps;

import io.remit.outsourcing.NearByDesk;
import io.remit.outsourcing.PartnerWork;
import io.remit.outsourcing.deletion.DeletionProofs;
import io.remit.outsourcing.proposal.ProposedBatches;
import io.remit.partner.Partner;
import io.remit.process.CaseModel;
import io.remit.process.ForModels;
import io.remit.process.PartnerBusinessKey;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.stereotype.Component;

/** What a placement's drawing asks of the facts: {@code ${placementFacts...}}. */
@ForModels
@Component("placementFacts")
public class PlacementFacts {

  private final PartnerWork work;
  private final DeletionProofs proofs;
  private final NearByDesk desk;
  private final ProposedBatches batches;

  PlacementFacts(PartnerWork work, DeletionProofs proofs, NearByDesk desk, ProposedBatches batches) {
    this.work = work;
    this.proofs = proofs;
    this.desk = desk;
    this.batches = batches;
  }

  /** The id of the group of the partner that has the case, or had it and is to confirm that its data is deleted. */
  public String partnerGroup(DelegateExecution execution) {
    String key = execution.getProcessBusinessKey();
    String caseNumber = CaseModel.caseOf(execution);
    return key.equals(caseNumber) ? work.groupFor(caseNumber)
        : Partner.groupOf(proofs.partnerOf(CaseModel.matterOf(execution)));
  }

  /** Whether more cases are proposed for a partner than an officer was asked about. */
  public boolean isMoreProposed(DelegateExecution execution) {
    return batches.isMoreProposed(PartnerBusinessKey.partnerOf(execution));
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
