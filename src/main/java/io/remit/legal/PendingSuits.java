package io.remit.legal;

import io.remit.cases.BusinessCalendar;
import io.remit.cases.OutsideWork;
import java.time.Instant;
import org.springframework.stereotype.Component;

/** The suits that are pending: from the approval until the court has decided, or somebody has withdrawn them. */
@Component
public class PendingSuits implements OutsideWork {

  private final CourtFilingRepository filings;
  private final BusinessCalendar calendar;

  PendingSuits(CourtFilingRepository filings, BusinessCalendar calendar) {
    this.filings = filings;
    this.calendar = calendar;
  }

  @Override
  public Who who() {
    return Who.COURT;
  }

  /** While it has, no further stage begins, however old the case grows. */
  @Override
  public boolean has(String caseNumber) {
    return filings.isPending(caseNumber);
  }

  /** When somebody looks again at a suit that is stayed; at once if it is not. */
  public Instant stayEnds(String caseNumber) {
    return filings.stayedUntil(caseNumber).map(calendar::startOfBusiness).orElse(calendar.now());
  }
}
