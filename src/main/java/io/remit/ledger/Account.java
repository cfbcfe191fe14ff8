package io.remit.ledger;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * One debt: a loan, card or invoice.
 *
 * @param caseNumber the newest case that it is or was in; null if it never was in one, or came to its debtor since
 * @param currency ISO 4217 code of every amount here
 * @param statement what the creditor's last file said
 * @param outstandingAmount what is owed now; below zero if the debtor is in credit
 * @param overdueAmount the part of it that was overdue at the statement and is not paid yet, as far as it is known
 * @param nextDueAmount the part of it that falls due on the due date and is not paid yet; null if it is not known
 * @param oldestDueDate the oldest due date that is not paid
 * @param uncertainUntil the last day on which nobody is asked for these amounts, as they may be wrong; null if they are
 *     certain
 * @param withdrawn taken out of collection by the creditor
 * @param seenInRun the last pass over an arrears file that named this account
 */
public record Account(String accountNumber, String debtorId, @Nullable String caseNumber, String product,
    String currency, Statement statement, BigDecimal outstandingAmount, BigDecimal overdueAmount,
    @Nullable BigDecimal nextDueAmount, LocalDate oldestDueDate, @Nullable LocalDate uncertainUntil, boolean withdrawn,
    long seenInRun) {

  /** An account as a statement tells it, with nothing booked on top. */
  public static Account of(String accountNumber, String debtorId, String product, String currency, Statement statement,
      LocalDate oldestDueDate, long seenInRun) {
    BigDecimal overdue = statement.overdue() == null ? Money.inScaleOf(currency, BigDecimal.ZERO) : statement.overdue();
    return new Account(accountNumber, debtorId, null, product, currency, statement, statement.outstanding(), overdue,
        statement.nextDue(), oldestDueDate, null, false, seenInRun);
  }

  /** The same account as a later file tells it; its balance is not computed yet. */
  public Account stated(String itsDebtor, String itsProduct, Statement later, LocalDate dueDate, long run) {
    boolean moves = !debtorId.equals(itsDebtor);
    return new Account(accountNumber, itsDebtor, moves ? null : caseNumber, itsProduct, currency, later,
        outstandingAmount, overdueAmount, nextDueAmount, dueDate, uncertainUntil, withdrawn, run);
  }

  /**
   * What is known to be overdue on a day. Of an account whose due date lay ahead at its statement, the part that falls
   * due is overdue from the day after that date, until the creditor's next file says otherwise; if that part is not
   * known, nothing is.
   */
  public BigDecimal overdueOn(LocalDate businessDate) {
    if (overdueAmount.signum() > 0 || nextDueAmount == null || !fellDueSinceStatement(businessDate)) {
      return overdueAmount;
    }
    return nextDueAmount;
  }

  /** Whether something is overdue on a day, and nobody has told how much. */
  public boolean isOverdueUnknownOn(LocalDate businessDate) {
    return !withdrawn && outstandingAmount.signum() > 0 && overdueAmount.signum() == 0
        && oldestDueDate.isBefore(businessDate)
        && (statement.overdue() == null || nextDueAmount == null && fellDueSinceStatement(businessDate));
  }

  private boolean fellDueSinceStatement(LocalDate businessDate) {
    return !oldestDueDate.isBefore(statement.asOf()) && oldestDueDate.isBefore(businessDate);
  }

  /**
   * Whether there is anything to collect on a day: something overdue, or something that will fall due on a known day.
   * An instalment that was paid before its day falls due no more.
   */
  public boolean inCollectionOn(LocalDate businessDate) {
    return !withdrawn && outstandingAmount.signum() > 0
        && (overdueOn(businessDate).signum() > 0 || !oldestDueDate.isBefore(businessDate) && !isNextPaid());
  }

  private boolean isNextPaid() {
    return nextDueAmount != null && nextDueAmount.signum() == 0;
  }

  /** Whether its amounts may be wrong on a day, so that nobody is asked for them. */
  public boolean isUncertainOn(LocalDate businessDate) {
    return uncertainUntil != null && !businessDate.isAfter(uncertainUntil);
  }

  /** The account as a statement of the creditor's told it that stands in the ledger. */
  Account asStated(LedgerEntry entry) {
    Statement told = new Statement(entry.amount(), entry.overdueAmount(), null, entry.valueDate(), true,
        entry.storedBookingDay().day(), entry.entryId(), Statement.Fit.NONE);
    return with(told);
  }

  Account in(String joinedCase) {
    return new Account(accountNumber, debtorId, joinedCase, product, currency, statement, outstandingAmount,
        overdueAmount, nextDueAmount, oldestDueDate, uncertainUntil, withdrawn, seenInRun);
  }

  Account with(Statement other) {
    return new Account(accountNumber, debtorId, caseNumber, product, currency, other, outstandingAmount, overdueAmount,
        nextDueAmount, oldestDueDate, uncertainUntil, withdrawn, seenInRun);
  }

  Account withBalance(Balance balance, @Nullable LocalDate nobodyIsAskedUntil) {
    return new Account(accountNumber, debtorId, caseNumber, product, currency, statement, balance.outstanding(),
        balance.overdue(), balance.nextDue(), oldestDueDate, nobodyIsAskedUntil, withdrawn, seenInRun);
  }
}
