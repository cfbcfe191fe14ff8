package io.remit.intake.csv;

import io.remit.ledger.Refusal;
import org.jspecify.annotations.Nullable;

/**
 * A row of a file, or a whole file, that was not applied.
 *
 * @param line the line of the file at which the row starts; the first line is 1
 * @param column the column at fault, or null where the row as a whole is
 * @param rule the broken rule, a short stable name such as {@code unknown-currency}
 * @param message what is wrong, for people; never with a value from the file, which may be personal data
 */
public record Rejection(long line, @Nullable String column, String rule, String message) {

  /** A row that a rule refused. */
  public static Rejection of(long line, Refusal refusal) {
    return new Rejection(line, refusal.column(), refusal.rule(), refusal.message());
  }
}
