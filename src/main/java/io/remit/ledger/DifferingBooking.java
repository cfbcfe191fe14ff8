package io.remit.ledger;

import java.math.BigDecimal;
import java.util.List;
import java.util.stream.Stream;

/**
 * Something that Remit booked itself, and in which a statement of the creditor's contradicts what is known of it: the
 * statement is off by just its amount.
 *
 * @param entry what was booked
 * @param kind in which way
 * @param expected what the statement would say if it did not contradict
 */
public record DifferingBooking(LedgerEntry entry, Kind kind, BigDecimal expected) {

  /** How a statement contradicts. */
  public enum Kind {
    /** The creditor acknowledged it, and the books do not show it. */
    NOT_SHOWN,
    /** The creditor did not acknowledge it, and the books seem to show it. */
    SHOWN_ALREADY
  }

  /**
   * Compares two balances of one account that follow from two statements. What came between is in both, so that they
   * are equal if the creditor's books and ours agree.
   *
   * @param known the account's ledger before the later statement
   */
  static List<DifferingBooking> between(Account before, Account after, List<LedgerEntry> known) {
    BigDecimal gap = after.outstandingAmount().subtract(before.outstandingAmount());
    if (gap.signum() == 0) {
      return List.of();
    }
    BigDecimal expected = after.statement().outstanding().subtract(gap);
    List<LedgerEntry> own = known.stream().filter(entry -> entry.type().isOwn()).toList();
    List<LedgerEntry> newlyContained = own.stream().filter(after.statement()::contains)
        .filter(entry -> !before.statement().contains(entry)).toList();
    List<LedgerEntry> onTop = own.stream().filter(entry -> !after.statement().contains(entry)).toList();
    return Stream.concat(
            adding(newlyContained, gap.negate()).stream()
                .map(entry -> new DifferingBooking(entry, Kind.NOT_SHOWN, expected)),
            adding(onTop, gap).stream().map(entry -> new DifferingBooking(entry, Kind.SHOWN_ALREADY, expected)))
        .toList();
  }

  /** One entry of this effect, the newest first; else all together, if they have it. */
  private static List<LedgerEntry> adding(List<LedgerEntry> own, BigDecimal effect) {
    for (int index = own.size() - 1; index >= 0; index--) {
      if (own.get(index).effect().compareTo(effect) == 0) {
        return List.of(own.get(index));
      }
    }
    BigDecimal all = own.stream().map(LedgerEntry::effect).reduce(BigDecimal.ZERO, BigDecimal::add);
    return all.compareTo(effect) == 0 ? own : List.of();
  }
}
