package io.remit.books;

import io.remit.ledger.DifferingBooking.Kind;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A statement of the creditor's that contradicts what is known of a booking of Remit's own.
 *
 * @param reference of the booking
 * @param caseNumber the account's case when it was found; null if it was in none
 * @param asOf the day of the statement
 * @param stated what the statement says is owed
 * @param expected what it would say if it did not contradict
 * @param outcome null as long as nobody has decided
 */
public record Difference(long differenceId, String reference, String accountNumber, @Nullable String caseNumber,
    Kind kind, LocalDate asOf, String currency, BigDecimal stated, BigDecimal expected, Instant foundAt,
    @Nullable Outcome outcome, @Nullable String decidedBy, @Nullable Instant decidedAt, @Nullable String note) {

  private static final String PREFIX = "DIFF-";

  /** What a supervisor finds out. */
  public enum Outcome {
    /** The creditor's books show the booking: the creditor's figures stand as they are. */
    SHOWN,
    /** They do not: it stays in force on top of those figures, and the creditor is told once more. */
    NOT_SHOWN
  }

  /** As people and tasks call it, such as {@code DIFF-12}. */
  public String number() {
    return numberOf(differenceId);
  }

  static String numberOf(long differenceId) {
    return PREFIX + differenceId;
  }

  static long idOf(String number) {
    return Long.parseLong(number.substring(PREFIX.length()));
  }
}
