package io.remit.legal;

import io.remit.cases.Booking;
import io.remit.cases.Bookings;
import io.remit.cases.BusinessCalendar;
import io.remit.cases.CaseRepository;
import io.remit.cases.EnteredText;
import io.remit.cases.InvalidInputException;
import io.remit.ledger.Account;
import io.remit.ledger.AccountRepository;
import io.remit.ledger.LedgerEntry;
import io.remit.ledger.PostingResult;
import io.remit.legal.CourtStep.Entered;
import io.remit.legal.CourtStep.Kind;
import io.remit.legal.CourtStep.Where;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Records the steps of a suit with their costs. Costs are the creditor's, and are only noted, until a court has awarded
 * something; from then on those that it awarded too are booked as a fee on the debtor's account.
 */
@Component
public class CourtSteps {

  private static final int LONGEST_COURT = 200;
  private static final int LONGEST_REFERENCE = 100;
  private static final int FURTHEST_HEARING_YEARS = 2;
  private static final String YES = "YES";

  private final CourtStepRepository steps;
  private final CourtFilingRepository filings;
  private final CaseRepository cases;
  private final AccountRepository accounts;
  private final Bookings bookings;
  private final BusinessCalendar calendar;

  CourtSteps(CourtStepRepository steps, CourtFilingRepository filings, CaseRepository cases,
      AccountRepository accounts, Bookings bookings, BusinessCalendar calendar) {
    this.steps = steps;
    this.filings = filings;
    this.cases = cases;
    this.accounts = accounts;
    this.bookings = bookings;
    this.calendar = calendar;
  }

  /** The steps of the newest suit of a case, oldest first. */
  public List<CourtStep> of(String caseNumber) {
    return filings.newest(caseNumber).map(steps::of).orElse(List.of());
  }

  /**
   * Records a step of the pending suit.
   *
   * @param where only read of what was filed
   * @param actor user id
   * @return the step as it was recorded
   * @throws InvalidInputException that names the field that cannot be accepted
   */
  CourtStep record(String caseNumber, Kind kind, Entered entered, Where where, @Nullable String note,
      String actor) {
    String currency = cases.get(caseNumber).currency();
    BigDecimal costs = amount("costs", entered.costs(), currency);
    boolean owed = YES.equals(entered.costsOwed());
    if (owed && costs == null) {
      throw new InvalidInputException("costs", "must be an amount such as 46.00");
    }
    if (owed && !kind.isAwarded()) {
      throw new InvalidInputException("costsOwed", "are the debtor's only after a judgment that says so");
    }
    boolean filed = kind == Kind.FILED;
    CourtStep step = new CourtStep(kind, dayOf(kind, entered.happenedOn()),
        filed ? EnteredText.required("court", where.court(), LONGEST_COURT) : null,
        filed ? EnteredText.required("reference", where.reference(), LONGEST_REFERENCE) : null,
        amount("amount", entered.amount(), currency), costs, owed, EnteredText.note(note));
    filings.newest(caseNumber).ifPresent(filing -> {
      long stepId = steps.insert(filing, step, actor, calendar.now());
      if (owed && costs != null) {
        book(caseNumber, stepId, costs, actor);
      }
    });
    return step;
  }

  private LocalDate dayOf(Kind kind, @Nullable String entered) {
    LocalDate today = calendar.today();
    if (kind == Kind.HEARING) {
      return EnteredText.dateAhead("happenedOn", entered, today, today.plusYears(FURTHEST_HEARING_YEARS));
    }
    if (entered == null || entered.isBlank()) {
      return today;
    }
    LocalDate day = EnteredText.date("happenedOn", entered);
    if (day.isAfter(today)) {
      throw new InvalidInputException("happenedOn", "lies ahead");
    }
    return day;
  }

  private static @Nullable BigDecimal amount(String field, @Nullable String entered, String currency) {
    if (entered == null || entered.isBlank()) {
      return null;
    }
    BigDecimal amount = EnteredText.amount(field, entered, currency);
    if (amount.signum() == 0) {
      throw new InvalidInputException(field, "must be above zero");
    }
    return amount;
  }

  /** On the account of the case on which most is owed. */
  private void book(String caseNumber, long stepId, BigDecimal costs, String actor) {
    Account account = accounts.ofCase(caseNumber).stream().filter(each -> !each.withdrawn())
        .max(Comparator.comparing(Account::outstandingAmount))
        .orElseThrow(() -> new InvalidInputException("costsOwed", "there is no account on which to book them"));
    PostingResult result = bookings.book(new Booking("COURT-" + stepId, account.accountNumber(),
        LedgerEntry.Type.FEE, costs, calendar.today(), null, actor, "Costs that a court awarded"));
    if (result.outcome() != PostingResult.Outcome.POSTED) {
      throw new IllegalStateException("the costs of step " + stepId + " were not booked: " + result);
    }
  }
}
