package io.remit.outsourcing;

import io.remit.cases.CaseRepository;
import io.remit.cases.News;
import io.remit.complaint.ComplaintTaken;
import io.remit.gate.ContactBars;
import io.remit.outsourcing.PlacementChanges.Concern;
import io.remit.outsourcing.PlacementRepository.Running;
import io.remit.partner.Partner;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * A debtor whose case a partner has complains: nobody of the partner contacts them until an outsourcing officer decided
 * whether the partner keeps the case, or the complaint turns out to be without ground.
 */
@Component
class PartnerComplaints {

  private final PlacementRepository placements;
  private final CaseRepository cases;
  private final ContactBars bars;
  private final TellPartner tell;
  private final News news;

  PartnerComplaints(PlacementRepository placements, CaseRepository cases, ContactBars bars, TellPartner tell,
      News news) {
    this.placements = placements;
    this.cases = cases;
    this.bars = bars;
    this.tell = tell;
    this.news = news;
  }

  @EventListener
  void taken(ComplaintTaken taken) {
    String caseNumber = taken.complaint().caseNumber();
    placements.running(caseNumber).map(Running::partnerId).ifPresent(partnerId -> {
      String debtorId = cases.get(caseNumber).debtorId();
      bars.bar(debtorId, Partner.groupOf(partnerId), taken.complaint());
      news.ofDebtor(debtorId);
      tell.byHand(caseNumber, Concern.COMPLAINT.name());
    });
  }

  /** It is decided: the partner goes on, or does not have the case any more. */
  void decided(String caseNumber) {
    placements.newestPartner(caseNumber).ifPresent(partnerId -> {
      String debtorId = cases.get(caseNumber).debtorId();
      bars.lift(debtorId, Partner.groupOf(partnerId));
      news.ofDebtor(debtorId);
    });
  }
}
