package io.remit.outsourcing;

import io.remit.cases.CaseFigures;
import io.remit.cases.CaseRepository;
import io.remit.cases.DebtorRepository;
import io.remit.ledger.Amount;
import io.remit.outsourcing.PlacementRepository.Decision;
import io.remit.partner.PartnerRegister;
import java.util.List;
import org.springframework.stereotype.Component;

/** Makes a placement of a case that was taken near by: it goes to its collector with the next batch, at once. */
@Component
class NearByPlacing {

  private final CaseRepository cases;
  private final DebtorRepository debtors;
  private final PartnerRegister register;
  private final PlacementRepository placements;
  private final PlacementBatches batches;
  private final PlacementProcess process;
  private final CaseFigures figures;

  NearByPlacing(CaseRepository cases, DebtorRepository debtors, PartnerRegister register,
      PlacementRepository placements, PlacementBatches batches, PlacementProcess process,
      CaseFigures figures) {
    this.cases = cases;
    this.debtors = debtors;
    this.register = register;
    this.placements = placements;
    this.batches = batches;
    this.process = process;
    this.figures = figures;
  }

  /** Until the end of the transaction nobody else takes a case of this debtor, and this partner takes no other. */
  void lock(NearByInvitation invitation) {
    debtors.lock(cases.get(invitation.caseNumber()).debtorId());
    register.lock(invitation.partnerId());
  }

  /** Whether something of the case is due beyond doubt. */
  boolean isDue(String caseNumber) {
    return batches.isDue(caseNumber);
  }

  Amount overdue(String caseNumber) {
    return figures.of(caseNumber).overdueAmount();
  }

  int casesOf(String partnerId) {
    return placements.openByPartner().getOrDefault(partnerId, 0);
  }

  /** @param approved by the officer who offered it */
  void place(NearByInvitation invitation, String why, Decision approved) {
    placements.approve(invitation.caseNumber(), invitation.partnerId(), why, approved);
    process.doNotWait(List.of(invitation.caseNumber()));
  }
}
