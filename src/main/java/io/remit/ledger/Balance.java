package io.remit.ledger;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What is owed on one account.
 *
 * @param outstanding everything; below zero if overpaid
 * @param overdue the part that was overdue at the last statement and is not paid; never below zero
 * @param nextDue the part that falls due on the account's due date and is not paid; null if it is not known
 */
public record Balance(BigDecimal outstanding, BigDecimal overdue, @Nullable BigDecimal nextDue) {

  /**
   * The balance that follows from the creditor's last statement of an account and its ledger, in whatever order the
   * entries came, and however often each stands among them. What the statement {@linkplain Statement contains} does not
   * count again. A reversal or chargeback counts only together with the payment that it undoes.
   */
  static Balance of(Account account, List<LedgerEntry> entries) {
    BigDecimal change = counted(account, entries).stream().map(LedgerEntry::effect)
        .reduce(BigDecimal.ZERO, BigDecimal::add);
    BigDecimal outstanding = account.statement().outstanding().add(change);
    return new Balance(outstanding, overdueAfter(account, change), nextDueAfter(account, change, outstanding));
  }

  /** The entries on top of the statement that change what is owed, each once, in the order of the list. */
  static List<LedgerEntry> counted(Account account, List<LedgerEntry> entries) {
    return movements(account, entries).stream().filter(entry -> !account.statement().contains(entry)).toList();
  }

  /** The entries of which it is not certain whether the statement contains them. */
  static List<LedgerEntry> doubtful(Account account, List<LedgerEntry> entries) {
    return movements(account, entries).stream().filter(account.statement()::isInDoubt).toList();
  }

  private static List<LedgerEntry> movements(Account account, List<LedgerEntry> entries) {
    Map<String, LedgerEntry> movements = new LinkedHashMap<>();
    entries.stream().filter(entry -> entry.type() != LedgerEntry.Type.SNAPSHOT)
        .filter(entry -> entry.currency().equals(account.currency()))
        .forEach(entry -> movements.putIfAbsent(entry.reference(), entry));
    return movements.values().stream()
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
    if (!day.isBefore(account.statement().asOf())) {
      return Optional.of(of(account, known).outstanding());
    }
    return known.stream().filter(entry -> entry.type() == LedgerEntry.Type.SNAPSHOT)
        .max(Comparator.comparing(LedgerEntry::valueDate).thenComparing(LedgerEntry::entryId))
        .map(statement -> of(account.asStated(statement), known).outstanding());
  }

  private static BigDecimal overdueAfter(Account account, BigDecimal change) {
    Statement statement = account.statement();
    BigDecimal stated = statement.overdue();
    if (stated == null || stated.signum() == 0 && wasNotDue(account)) {
      return Money.inScaleOf(account.currency(), BigDecimal.ZERO);
    }
    // A fee is due at once; and if money that the statement counted went back, what it had paid was due.
    return stated.add(change).max(BigDecimal.ZERO);
  }

  private static @Nullable BigDecimal nextDueAfter(Account account, BigDecimal change, BigDecimal outstanding) {
    BigDecimal stated = account.statement().nextDue();
    return stated == null ? null : stated.add(change).min(outstanding).max(BigDecimal.ZERO);
  }

  private static boolean wasNotDue(Account account) {
    return !account.oldestDueDate().isBefore(account.statement().asOf());
  }

  private static boolean undoes(LedgerEntry reversal, @Nullable LedgerEntry payment) {
    return payment != null && payment.type() == LedgerEntry.Type.PAYMENT
        && payment.amount().compareTo(reversal.amount()) == 0
        && payment.currency().equals(reversal.currency());
  }
}
