package io.remit.ledger;

import io.remit.ledger.LedgerEntry.Type;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What a debtor paid from a moment on. */
public final class PaidSince {

  private PaidSince() {
  }

  /**
   * The payments that were written down after an entry, less those of them that were taken back. One counts from its
   * value date, or from the day on which it was booked if that is earlier: a debtor who paid on Friday paid on Friday.
   *
   * @param movements of accounts in one currency
   * @param entryId the newest entry that does not count any more
   * @param lastDay the last day of a payment that counts; null for any
   * @return zero or above, in the currency of the entries
   */
  public static BigDecimal amount(List<LedgerEntry> movements, long entryId, @Nullable LocalDate lastDay) {
    Set<String> takenBack = movements.stream().filter(entry -> entry.type().undoesPayment())
        .map(LedgerEntry::reverses).collect(Collectors.toSet());
    return movements.stream().filter(entry -> entry.type() == Type.PAYMENT && entry.entryId() > entryId)
        .filter(entry -> lastDay == null || !entry.paidOn().isAfter(lastDay))
        .filter(entry -> !takenBack.contains(entry.reference())).map(LedgerEntry::amount)
        .reduce(BigDecimal.ZERO, BigDecimal::add);
  }
}
