package io.remit.cases;

import io.remit.ledger.Money;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** How the creditor's books are read: the settings {@code remit.books}. */
@Component
public class BooksPolicy {

  private final Set<String> dueAsAWhole;
  private final int daysValuedAhead;
  private final boolean accountsMove;

  /**
   * @param dueAsAWhole products of which all that is outstanding falls due on the due date; of others the file has to
   *     tell how much
   * @param daysValuedAhead how many days ahead the value date of a payment may lie
   * @param debtorChange what becomes of an account that a file tells under another debtor: {@code move}, {@code refuse}
   */
  BooksPolicy(@Value("${remit.books.due-as-a-whole}") Set<String> dueAsAWhole,
      @Value("${remit.books.days-valued-ahead}") int daysValuedAhead,
      @Value("${remit.books.debtor-change}") String debtorChange) {
    this.dueAsAWhole = dueAsAWhole;
    this.daysValuedAhead = daysValuedAhead;
    this.accountsMove = switch (debtorChange) {
      case "move" -> true;
      case "refuse" -> false;
      default -> throw new IllegalArgumentException("remit.books.debtor-change must be move or refuse");
    };
  }

  boolean accountsMove() {
    return accountsMove;
  }

  /** The last value date of a payment that is believed. */
  public LocalDate latestValueDate(LocalDate today) {
    return today.plusDays(daysValuedAhead);
  }

  /** What was overdue at the end of a day; null if it is not known. */
  @Nullable BigDecimal overdue(AccountSnapshot row, LocalDate asOf) {
    BigDecimal nothing = Money.inScaleOf(row.currency(), BigDecimal.ZERO);
    if (row.overdueAmount() != null) {
      return row.overdueAmount();
    }
    if (row.outstandingAmount().signum() <= 0 || !row.oldestDueDate().isBefore(asOf)) {
      return nothing;
    }
    return isDueAsAWhole(row) ? row.outstandingAmount() : null;
  }

  /** What falls due on the due date, where that had not passed at the end of a day; null if it is not known. */
  @Nullable BigDecimal nextDue(AccountSnapshot row, LocalDate asOf) {
    BigDecimal overdue = overdue(row, asOf);
    if (overdue == null || overdue.signum() != 0 || row.oldestDueDate().isBefore(asOf)) {
      return null;
    }
    return row.nextDueAmount() == null && isDueAsAWhole(row) ? row.outstandingAmount().max(overdue)
        : row.nextDueAmount();
  }

  private boolean isDueAsAWhole(AccountSnapshot row) {
    return dueAsAWhole.contains(row.product());
  }
}
