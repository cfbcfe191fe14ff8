package io.remit.ledger;

import java.math.BigDecimal;
import java.time.LocalDate;

/**
 * One debt: a loan, card or invoice.
 *
 * @param caseNumber the newest case that it is or was in; null if it never was in one
 * @param currency ISO 4217 code of every amount here
 * @param snapshotOutstanding what the creditor's last file said is still owed
 * @param snapshotOverdue the part of it that was overdue then
 * @param snapshotDate the business date of that file
 * @param snapshotEntryId the newest ledger entry when that file was applied
 * @param outstandingAmount what is owed now; below zero if overpaid
 * @param overdueAmount the part of it that was overdue at the snapshot and is not paid yet
 * @param oldestDueDate the oldest due date that is not paid
 * @param withdrawn taken out of collection by the creditor
 * @param seenInRun the last pass over an arrears file that named this account
 */
public record Account(String accountNumber, String debtorId, String caseNumber, String product, String currency,
    BigDecimal snapshotOutstanding, BigDecimal snapshotOverdue, LocalDate snapshotDate, long snapshotEntryId,
    BigDecimal outstandingAmount, BigDecimal overdueAmount, LocalDate oldestDueDate, boolean withdrawn,
    long seenInRun) {

  /**
   * What is overdue on a day. An account whose due date lay ahead when its snapshot was taken becomes overdue as a whole
   * the day after that date, until the creditor's next file says otherwise; the file knows no other amount.
   */
  public BigDecimal overdueOn(LocalDate businessDate) {
    if (overdueAmount.signum() > 0) {
      return overdueAmount;
    }
    boolean fellDueSinceSnapshot = !oldestDueDate.isBefore(snapshotDate) && oldestDueDate.isBefore(businessDate);
    return fellDueSinceSnapshot ? outstandingAmount.max(BigDecimal.ZERO) : BigDecimal.ZERO;
  }

  /** Whether there is anything to collect on a day: something overdue, or something that will fall due on a known day. */
  public boolean inCollectionOn(LocalDate businessDate) {
    return !withdrawn && outstandingAmount.signum() > 0
        && (overdueOn(businessDate).signum() > 0 || !oldestDueDate.isBefore(businessDate));
  }

  /** The account as a statement of the creditor's told it. */
  Account asStated(LedgerEntry snapshot) {
    return new Account(accountNumber, debtorId, caseNumber, product, currency, snapshot.amount(),
        snapshot.overdueAmount(), snapshot.valueDate(), snapshot.entryId(), snapshot.amount(),
        snapshot.overdueAmount(), oldestDueDate, withdrawn, seenInRun);
  }

  Account withBalance(Balance balance) {
    return new Account(accountNumber, debtorId, caseNumber, product, currency, snapshotOutstanding, snapshotOverdue,
        snapshotDate, snapshotEntryId, balance.outstanding(), balance.overdue(), oldestDueDate, withdrawn, seenInRun);
  }
}
