package io.remit.cases;

import io.remit.ledger.Account;
import io.remit.ledger.AccountRepository;
import io.remit.ledger.Amount;
import io.remit.ledger.Money;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import org.springframework.stereotype.Component;

/** What a case amounts to today. */
@Component
public class CaseFigures {

  private final CaseRepository cases;
  private final AccountRepository accounts;
  private final BusinessCalendar calendar;

  CaseFigures(CaseRepository cases, AccountRepository accounts, BusinessCalendar calendar) {
    this.cases = cases;
    this.accounts = accounts;
    this.calendar = calendar;
  }

  /**
   * The figures of one case.
   *
   * @param currency ISO 4217 code of the amounts
   * @param overdue what is overdue today; what the debtor has to his credit makes it less once it is more than what
   *     else is owed
   * @param outstanding everything owed, less what the debtor has to his credit on other accounts in the currency
   * @param daysPastDue of the oldest unpaid due date, today or when the case was closed; negative before it
   */
  public record Figures(String caseNumber, Stage stage, String currency, BigDecimal overdue, BigDecimal outstanding,
      LocalDate baseDueDate, long daysPastDue) {

    /** What is overdue, to be compared with a threshold. */
    public Amount overdueAmount() {
      return new Amount(currency, overdue);
    }

    /** Everything owed, to be compared with a threshold. */
    public Amount outstandingAmount() {
      return new Amount(currency, outstanding);
    }
  }

  /** @throws org.springframework.dao.EmptyResultDataAccessException if there is no such case */
  public Figures of(String caseNumber) {
    return of(cases.get(caseNumber), accounts.ofCase(caseNumber));
  }

  /** The same from what was read already. */
  public Figures of(CollectionCase current, List<Account> itsAccounts) {
    LocalDate today = calendar.today();
    BigDecimal overdue = BigDecimal.ZERO;
    BigDecimal outstanding = BigDecimal.ZERO;
    for (Account account : itsAccounts) {
      overdue = overdue.add(account.overdueOn(today));
      outstanding = outstanding.add(account.outstandingAmount().max(BigDecimal.ZERO));
    }
    outstanding = outstanding.subtract(accounts.creditOf(current.debtorId(), current.currency())).max(BigDecimal.ZERO);
    overdue = overdue.min(outstanding);
    return new Figures(current.caseNumber(), current.stage(), current.currency(),
        Money.inScaleOf(current.currency(), overdue), Money.inScaleOf(current.currency(), outstanding),
        current.baseDueDate(), calendar.daysPastDue(current.baseDueDate(), lastDay(current)));
  }

  /** A closed case grows no older. */
  private LocalDate lastDay(CollectionCase current) {
    return current.closedAt() == null ? calendar.today() : calendar.dayOf(current.closedAt());
  }
}
