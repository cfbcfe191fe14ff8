package io.remit.region;

import io.remit.cases.CaseRepository;
import io.remit.cases.CollectionCase;
import io.remit.cases.PausedDays;
import io.remit.region.VisitStops.Kept;
import java.time.LocalDate;
import org.springframework.stereotype.Component;

/** Keeps for cases in the stage of visits the time in which their region was closed for visits. */
@Component
class VisitTime {

  private final VisitStops stops;
  private final PausedDays pausedDays;
  private final CaseRepository cases;

  VisitTime(VisitStops stops, PausedDays pausedDays, CaseRepository cases) {
    this.stops = stops;
    this.pausedDays = pausedDays;
    this.cases = cases;
  }

  /** See {@link VisitStops#notWrittenDown}. */
  int notWrittenDown(CollectionCase current, LocalDate before) {
    return stops.notWrittenDown(current, before);
  }

  /**
   * A rule is over: each case that stood in the stage of visits has the time that it had when the rule began, and what
   * was done in place of visits counts for no visit. Doing it again changes nothing.
   *
   * @param end the first day on which it held no more
   */
  void giveBack(RegionalRule rule, LocalDate end) {
    for (Kept kept : stops.toWriteDown(rule)) {
      CollectionCase current = cases.lock(kept.caseNumber());
      if (end.isAfter(kept.from())) {
        stops.writeDown(rule, kept, end);
        cases.setPausedDays(kept.caseNumber(), pausedDays.since(kept.caseNumber(), current.baseDueDate()));
        cases.countVisitsAlone(kept.caseNumber());
      }
    }
  }
}
