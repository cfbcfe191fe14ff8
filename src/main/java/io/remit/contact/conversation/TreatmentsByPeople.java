package io.remit.contact.conversation;

import io.remit.cases.CaseRepository;
import io.remit.cases.Channel;
import io.remit.cases.CollectionCase;
import io.remit.cases.Stage;
import io.remit.contact.OverdueReason;
import io.remit.contact.treatment.Treatments;
import io.remit.gate.ContactBars;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Counts a contact that was made as a treatment of its case, and keeps the case with whoever called. */
@Component
class TreatmentsByPeople {

  private final CaseRepository cases;
  private final ContactBars bars;
  private final Treatments treatments;

  TreatmentsByPeople(CaseRepository cases, ContactBars bars, Treatments treatments) {
    this.cases = cases;
    this.bars = bars;
    this.treatments = treatments;
  }

  /** @param reason why the debtor is overdue, or null if that was not told */
  void count(CollectionCase current, ConversationReport report, @Nullable OverdueReason reason) {
    // What a partner does with a case that was placed is neither our collector's work nor our treatment.
    // A robot's call was counted when it was planned.
    if (current.stage() == Stage.OUTSOURCING || report.channel() == Channel.ROBOT_CALL) {
      return;
    }
    String caseNumber = current.caseNumber();
    if (report.channel() == Channel.CALL && !bars.isBarred(current.debtorId(), report.actor())) {
      cases.setCollector(caseNumber, report.actor());
    }
    if (reason != null && reason.group() == OverdueReason.Group.OUTSIDE) {
      treatments.carriedOutForNow(caseNumber);
    } else {
      treatments.carriedOut(caseNumber);
    }
  }
}
