package io.remit.partner;

import java.time.LocalDate;

/**
 * From when to when a partner works for the creditor.
 *
 * @param begins the first day
 * @param ends the last day
 */
public record Contract(LocalDate begins, LocalDate ends) {

  /** @throws IllegalArgumentException if it ends before it begins */
  public Contract {
    if (ends.isBefore(begins)) {
      throw new IllegalArgumentException("A contract does not end before it begins");
    }
  }
}
