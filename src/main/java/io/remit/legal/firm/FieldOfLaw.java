package io.remit.legal.firm;

import io.remit.ledger.Amount;
import org.jspecify.annotations.Nullable;

/** The decision table {@code field-of-law}: of which field of law a case is. */
public interface FieldOfLaw {

  /** The field of law, a word as the register of partners writes it, such as {@code consumer credit}. */
  String of(Question question);

  /**
   * What the table may ask for.
   *
   * @param product of the oldest debt, as the creditor's files name it; null if it is not known
   * @param country ISO 3166-1 of where the debtor is, or null if it is not known
   * @param overdueAmount compared in the reference currency
   */
  record Question(@Nullable String product, @Nullable String country, Amount overdueAmount) {
  }
}
