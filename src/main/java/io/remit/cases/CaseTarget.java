package io.remit.cases;

import io.remit.cases.CollectionCase.CloseReason;
import io.remit.ledger.Account;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;

/**
 * What a case should be doing, computed from the facts alone.
 *
 * @param close why it should end, or null if it goes on
 * @param stage the stage of its age, or null if it ends
 * @param baseDueDate the oldest unpaid due date, or null if it ends
 * @param ageShift by how many days it counts as younger for its stage from now on, or null if it ends
 */
record CaseTarget(@Nullable CloseReason close, @Nullable Stage stage, @Nullable LocalDate baseDueDate,
    @Nullable AgeShift ageShift) {

  /**
   * The pure rule. A case that was overdue ends as soon as nothing is overdue; one that was not yet due ends when
   * nothing is left to collect. A debt of which nobody has told how much is overdue keeps its case open, and nothing is
   * asked. A debtor owes the sum over all accounts, credits included: while that is not above zero, nothing is
   * collected. A case whose accounts have all gone to other debtors ends as withdrawn.
   *
   * @param baseDueDate the oldest unpaid due date as it was before the newest facts
   * @param shift by how many days the case counted as younger for its stage before the newest facts
   * @param accounts all accounts of the case
   * @param credit the debtor's credit in the currency, on these accounts and on others; zero or more
   * @param pausedSince how many days since a due date a pause kept
   */
  static CaseTarget of(LocalDate baseDueDate, AgeShift shift, List<Account> accounts, BigDecimal credit,
      LocalDate today, AgingPolicy aging, ToIntFunction<LocalDate> pausedSince) {
    if (accounts.stream().allMatch(Account::withdrawn)) {
      return closing(CloseReason.WITHDRAWN);
    }
    boolean wasOverdue = baseDueDate.isBefore(today);
    BigDecimal overdue = accounts.stream().filter(account -> !account.withdrawn())
        .map(account -> account.overdueOn(today)).reduce(BigDecimal.ZERO, BigDecimal::add);
    boolean unknown = accounts.stream().anyMatch(account -> account.isOverdueUnknownOn(today));
    if (wasOverdue && overdue.signum() == 0 && !unknown) {
      return closing(CloseReason.CURED);
    }
    if (coversDebt(credit, accounts)) {
      return closing(wasOverdue ? CloseReason.CURED : CloseReason.PAID);
    }
    return accounts.stream()
        .filter(account -> account.inCollectionOn(today) || account.isOverdueUnknownOn(today))
        .map(Account::oldestDueDate)
        .min(LocalDate::compareTo)
        .map(base -> goingOn(base, base.equals(baseDueDate) ? shift
            : shift.rebased(baseDueDate, base, pausedSince.applyAsInt(base)), today, aging))
        .orElse(closing(CloseReason.PAID));
  }

  /** Whether a debtor's credit is as much as what is owed on these accounts. */
  static boolean coversDebt(BigDecimal credit, List<Account> accounts) {
    BigDecimal owed = accounts.stream().filter(account -> !account.withdrawn())
        .map(account -> account.outstandingAmount().max(BigDecimal.ZERO)).reduce(BigDecimal.ZERO, BigDecimal::add);
    return credit.signum() > 0 && credit.compareTo(owed) >= 0;
  }

  private static CaseTarget goingOn(LocalDate base, AgeShift shift, LocalDate today, AgingPolicy aging) {
    return new CaseTarget(null, aging.stageAt(ChronoUnit.DAYS.between(base, today) - shift.days()), base, shift);
  }

  private static CaseTarget closing(CloseReason reason) {
    return new CaseTarget(reason, null, null, null);
  }
}
