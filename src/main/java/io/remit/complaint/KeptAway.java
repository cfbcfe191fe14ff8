package io.remit.complaint;

import io.remit.cases.CaseRepository;
import io.remit.cases.MatterKey;
import io.remit.gate.ContactBars;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Keeps whom a complaint is about away from the debtor, on all open cases. */
@Component
class KeptAway {

  private final ContactBars bars;
  private final CaseRepository cases;
  private final OpenWork openWork;

  KeptAway(ContactBars bars, CaseRepository cases, OpenWork openWork) {
    this.bars = bars;
    this.cases = cases;
    this.openWork = openWork;
  }

  @EventListener
  void taken(ComplaintTaken taken) {
    if (taken.aboutUserId() != null) {
      keepAway(taken.aboutUserId(), taken.complaint());
    }
  }

  private void keepAway(String userId, MatterKey complaint) {
    String debtorId = cases.get(complaint.caseNumber()).debtorId();
    bars.bar(debtorId, userId, complaint);
    cases.openOf(debtorId).forEach(caseNumber -> {
      if (userId.equals(cases.get(caseNumber).collector())) {
        cases.setCollector(caseNumber, null);
      }
      openWork.takeFrom(userId, caseNumber);
    });
  }

  /** The complaint was not upheld: that person may contact the debtor again. */
  void lift(MatterKey complaint) {
    bars.lift(complaint);
  }
}
