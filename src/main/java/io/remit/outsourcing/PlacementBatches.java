package io.remit.outsourcing;

import io.remit.cases.BusinessCalendar;
import io.remit.cases.CaseFigures;
import io.remit.cases.CaseFigures.Figures;
import io.remit.cases.CaseRepository;
import io.remit.cases.CollectionCase;
import io.remit.cases.CollectionCase.Status;
import io.remit.ledger.Account;
import io.remit.ledger.AccountRepository;
import io.remit.outsourcing.PlacementBatch.Line;
import io.remit.outsourcing.PlacementRepository.Approved;
import io.remit.partner.Contract;
import io.remit.partner.Partner;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Which approved cases go to a partner together. What is not due any more never goes. */
@Component
class PlacementBatches {

  private final PlacementRepository placements;
  private final CaseRepository cases;
  private final AccountRepository accounts;
  private final CaseFigures figures;
  private final BusinessCalendar calendar;
  private final HandOverTimes times;

  PlacementBatches(PlacementRepository placements, CaseRepository cases, AccountRepository accounts,
      CaseFigures figures, BusinessCalendar calendar, HandOverTimes times) {
    this.placements = placements;
    this.cases = cases;
    this.accounts = accounts;
    this.figures = figures;
    this.calendar = calendar;
    this.times = times;
  }

  /** What would go to a partner now: the cases that are approved for it and of which something is due. */
  List<Line> waitingFor(Partner partner) {
    return placements.approvedFor(partner.partnerId()).stream().flatMap(each -> line(each, partner).stream()).toList();
  }

  /** Whether each of these still is approved, and something of it is due. */
  boolean areStillRight(List<Line> lines) {
    return lines.stream().allMatch(line -> placements.statusOf(line.placementId()).equals("APPROVED")
        && due(line.caseNumber()).isPresent());
  }

  /** Whether something of a case is due beyond doubt: it is open, and no payment may be on its way. */
  boolean isDue(String caseNumber) {
    return due(caseNumber).isPresent();
  }

  /** The last day on which the partner has what it gets today: not after the end of its contract. */
  LocalDate termEnds(Partner partner) {
    LocalDate term = times.termEnds(calendar.today());
    Contract contract = partner.papers().contract();
    return contract != null && contract.ends().isBefore(term) ? contract.ends() : term;
  }

  private Optional<Line> line(Approved approved, Partner partner) {
    return due(approved.caseNumber()).map(known -> new Line(approved.placementId(),
        ProposedTerms.of(known, partner)));
  }

  private Optional<Figures> due(String caseNumber) {
    CollectionCase current = cases.get(caseNumber);
    List<Account> its = accounts.ofCase(caseNumber);
    LocalDate today = calendar.today();
    boolean uncertain = its.stream().anyMatch(account -> account.isUncertainOn(today));
    return current.status() != Status.OPEN || uncertain ? Optional.empty()
        : Optional.of(figures.of(current, its)).filter(known -> known.overdue().signum() > 0);
  }
}
