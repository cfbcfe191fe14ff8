package io.remit.ledger;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * What is owed on one account.
 *
 * @param outstanding everything; below zero if overpaid
 * @param overdue the part that was overdue at the last snapshot and is not paid; never below zero
 */
public record Balance(BigDecimal outstanding, BigDecimal overdue) {

  /**
   * The balance that follows from an account's last snapshot and its ledger, in whatever order the entries came. A payment
   * or reversal that the snapshot already contains (dated before its day, or of its day and booked before it) does not
   * count again. A reversal counts only together with the payment that it reverses.
   */
  static Balance of(Account account, List<LedgerEntry> entries) {
    Map<String, LedgerEntry> payments = entries.stream()
        .filter(entry -> entry.type() == LedgerEntry.Type.PAYMENT)
        .filter(entry -> entry.currency().equals(account.currency()))
        .collect(Collectors.toMap(LedgerEntry::reference, Function.identity()));
    BigDecimal paid = BigDecimal.ZERO;
    for (LedgerEntry entry : entries) {
      if (isInSnapshot(account, entry)) {
        continue;
      }
      if (entry.type() == LedgerEntry.Type.PAYMENT && entry.currency().equals(account.currency())) {
        paid = paid.add(entry.amount());
      } else if (entry.type() == LedgerEntry.Type.REVERSAL && undoes(entry, payments.get(entry.reverses()))) {
        paid = paid.subtract(entry.amount());
      }
    }
    return new Balance(account.snapshotOutstanding().subtract(paid), overdueAfter(account, paid));
  }

  private static BigDecimal overdueAfter(Account account, BigDecimal paid) {
    boolean notDueAtSnapshot =
        account.snapshotOverdue().signum() == 0 && !account.oldestDueDate().isBefore(account.snapshotDate());
    if (notDueAtSnapshot) {
      return account.snapshotOverdue();
    }
    // Below zero paid: money that the snapshot counted went back, and what it had settled was due.
    return account.snapshotOverdue().subtract(paid).max(BigDecimal.ZERO);
  }

  static boolean undoes(LedgerEntry reversal, LedgerEntry payment) {
    return payment != null && payment.amount().compareTo(reversal.amount()) == 0
        && payment.currency().equals(reversal.currency());
  }

  private static boolean isInSnapshot(Account account, LedgerEntry entry) {
    LocalDate day = account.snapshotDate();
    return entry.valueDate().isBefore(day)
        || entry.valueDate().isEqual(day) && entry.entryId() <= account.snapshotEntryId();
  }
}
