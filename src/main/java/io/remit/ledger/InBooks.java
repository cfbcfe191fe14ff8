package io.remit.ledger;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What the creditor's books show of something that Remit booked itself.
 *
 * @param from the day from which they show it, as the creditor acknowledged; null if not yet
 * @param contradictedOn the day on which a statement of the creditor contradicted that, as long as nobody has decided
 *     on it; else null
 */
public record InBooks(@Nullable LocalDate from, @Nullable LocalDate contradictedOn) {

  /** Of what nobody has told. */
  public static final InBooks UNKNOWN = new InBooks(null, null);

  boolean showOn(LocalDate day) {
    return from != null && !from.isAfter(day);
  }
}
