package io.remit.process.time;

import io.remit.cases.BusinessCalendar;
import io.remit.cases.MatterKey;
import io.remit.outsourcing.Placements;
import io.remit.outsourcing.deletion.DeletionProofs;
import io.remit.outsourcing.proposal.ProposedBatches;
import java.time.Instant;
import java.time.LocalDate;
import org.springframework.stereotype.Component;

/** The dates of cases that are proposed for partners, and that come back from them. */
@Component
class PlacementDates {

  private final Placements placements;
  private final DeletionProofs proofs;
  private final ProposedBatches batches;
  private final BusinessCalendar calendar;

  PlacementDates(Placements placements, DeletionProofs proofs, ProposedBatches batches,
      BusinessCalendar calendar) {
    this.placements = placements;
    this.proofs = proofs;
    this.batches = batches;
    this.calendar = calendar;
  }

  Instant batchDue() {
    return batches.due();
  }

  /** The start of business after the last day on which the partner has the case. */
  Instant comesBackAt(String caseNumber) {
    LocalDate last = placements.termEnds(caseNumber).orElseThrow(
        () -> new IllegalStateException("no partner has case " + caseNumber));
    return calendar.startOfBusiness(last.plusDays(1));
  }

  LocalDate deletionDueOn(MatterKey matter) {
    return proofs.dueOn(matter);
  }

  Instant deletionLateAt(MatterKey matter) {
    return proofs.lateAt(matter);
  }
}
