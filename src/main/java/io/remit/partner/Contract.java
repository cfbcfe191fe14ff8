package io.remit.partner;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * From when to when a partner works for the creditor, or buys from it.
 *
 * @param begins the first day
 * @param ends the last day
 * @param sale the legal basis of a sale; null for a service, or before one was entered
 */
public record Contract(LocalDate begins, LocalDate ends, ContractKind kind, @Nullable SaleBasis sale) {

  /** @throws IllegalArgumentException if it ends before it begins */
  public Contract {
    if (ends.isBefore(begins)) {
      throw new IllegalArgumentException("A contract does not end before it begins");
    }
  }

  /** A contract by which the partner collects for the creditor. */
  public Contract(LocalDate begins, LocalDate ends) {
    this(begins, ends, ContractKind.SERVICE, null);
  }

  /** Whether what was signed for a contract is signed for another. */
  boolean isSameAs(@Nullable Contract other) {
    return other != null && begins.equals(other.begins) && ends.equals(other.ends) && kind == other.kind;
  }
}
