package io.remit.ledger;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What is owed on one account.
 *
 * @param outstanding everything; below zero if overpaid
 * @param overdue the part that was overdue at the last snapshot and is not paid; never below zero
 */
public record Balance(BigDecimal outstanding, BigDecimal overdue) {

  /**
   * The balance that follows from an account's last snapshot and its ledger, in whatever order the entries came, and
   * however often each stands among them. What the snapshot already contains (dated before its day, or of its day and
   * booked before it) does not count again. A reversal or chargeback counts only together with the payment that it undoes.
   */
  static Balance of(Account account, List<LedgerEntry> entries) {
    BigDecimal change = counted(account, entries).stream().map(LedgerEntry::effect)
        .reduce(BigDecimal.ZERO, BigDecimal::add);
    return new Balance(account.snapshotOutstanding().add(change), overdueAfter(account, change));
  }

  /** The entries since the snapshot that change what is owed, each once, in the order of the list. */
  static List<LedgerEntry> counted(Account account, List<LedgerEntry> entries) {
    Map<String, LedgerEntry> movements = new LinkedHashMap<>();
    entries.stream().filter(entry -> entry.type() != LedgerEntry.Type.SNAPSHOT)
        .filter(entry -> entry.currency().equals(account.currency()))
        .forEach(entry -> movements.putIfAbsent(entry.reference(), entry));
    return movements.values().stream().filter(entry -> !isInSnapshot(account, entry))
        .filter(entry -> !entry.type().undoesPayment() || undoes(entry, movements.get(entry.reverses()))).toList();
  }

  private static BigDecimal overdueAfter(Account account, BigDecimal change) {
    boolean notDueAtSnapshot =
        account.snapshotOverdue().signum() == 0 && !account.oldestDueDate().isBefore(account.snapshotDate());
    if (notDueAtSnapshot) {
      return account.snapshotOverdue();
    }
    // A fee is due at once; and if money that the snapshot counted went back, what it had settled was due.
    return account.snapshotOverdue().add(change).max(BigDecimal.ZERO);
  }

  private static boolean undoes(LedgerEntry reversal, LedgerEntry payment) {
    return payment != null && payment.type() == LedgerEntry.Type.PAYMENT && payment.amount().compareTo(reversal.amount()) == 0
        && payment.currency().equals(reversal.currency());
  }

  private static boolean isInSnapshot(Account account, LedgerEntry entry) {
    LocalDate day = account.snapshotDate();
    return entry.valueDate().isBefore(day)
        || entry.valueDate().isEqual(day) && entry.entryId() <= account.snapshotEntryId();
  }
}
