package io.remit.statement;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What banks and the other side call a movement.
 *
 * @param bank the reference of the creditor's own bank, or null; banks repeat collective ones
 * @param endToEnd what the payer's side calls it, or null; a chargeback bears that of its payment
 * @param others references of other fields in which numbers are put: the customer's, of the instruction, of the
 *     transaction, of the mandate, of a document
 */
public record BankReferences(@Nullable String bank, @Nullable String endToEnd, List<String> others) {

  public static final BankReferences NONE = new BankReferences(null, null, List.of());

  public BankReferences {
    others = List.copyOf(others);
  }
}
