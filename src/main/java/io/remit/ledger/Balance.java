package io.remit.ledger;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

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
   * booked before it) does not count again. A reversal or chargeback counts only together with the payment that it
   * undoes.
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

  /**
   * What was outstanding at the end of a day, by what is known now: the creditor's newest statement up to that day and
   * everything after it with a value date up to that day, also if it was booked later. A statement that repeated what
   * was known left no entry; for days since the last one, that one counts as it does for the balance of today.
   *
   * @return empty if the creditor had told nothing of the account by then
   */
  public static Optional<BigDecimal> outstandingOn(LocalDate day, Account account, List<LedgerEntry> entries) {
    List<LedgerEntry> known = entries.stream().filter(entry -> !entry.valueDate().isAfter(day)).toList();
    if (!day.isBefore(account.snapshotDate())) {
      return Optional.of(of(account, known).outstanding());
    }
    return known.stream().filter(entry -> entry.type() == LedgerEntry.Type.SNAPSHOT)
        .max(Comparator.comparing(LedgerEntry::valueDate).thenComparing(LedgerEntry::entryId))
        .map(statement -> of(account.asStated(statement), known).outstanding());
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
    return payment != null && payment.type() == LedgerEntry.Type.PAYMENT
        && payment.amount().compareTo(reversal.amount()) == 0
        && payment.currency().equals(reversal.currency());
  }

  private static boolean isInSnapshot(Account account, LedgerEntry entry) {
    LocalDate day = account.snapshotDate();
    return entry.valueDate().isBefore(day)
        || entry.valueDate().isEqual(day) && entry.entryId() <= account.snapshotEntryId();
  }
}
