package io.remit.legal;

import io.remit.cases.BusinessCalendar;
import io.remit.cases.OutsideWork;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/**
 * The suits that are pending: from the approval until the court has decided and nothing is enforced any more, or
 * somebody has withdrawn them.
 */
@Component
public class PendingSuits implements OutsideWork {

  private static final int COURT_DAYS = 90;

  private final CourtFilingRepository filings;
  private final CourtStepRepository steps;
  private final BusinessCalendar calendar;

  PendingSuits(CourtFilingRepository filings, CourtStepRepository steps, BusinessCalendar calendar) {
    this.filings = filings;
    this.steps = steps;
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

  /** By when somebody records what the court did next: the day after a hearing, else in a quarter of a year. */
  public Instant nextStepDue(String caseNumber) {
    LocalDate today = calendar.today();
    LocalDate due = filings.pending(caseNumber).map(filed -> steps.of(filed.filingId())).flatMap(PendingSuits::newest)
        .filter(step -> step.kind() == CourtStep.Kind.HEARING).map(hearing -> hearing.happenedOn().plusDays(1))
        .orElse(today.plusDays(COURT_DAYS));
    return calendar.startOfBusiness(due);
  }

  private static Optional<CourtStep> newest(List<CourtStep> steps) {
    return steps.isEmpty() ? Optional.empty() : Optional.of(steps.get(steps.size() - 1));
  }

  /** When somebody looks again at a suit that is stayed; at once if it is not. */
  public Instant stayEnds(String caseNumber) {
    return filings.stayedUntil(caseNumber).map(calendar::startOfBusiness).orElse(calendar.now());
  }
}
