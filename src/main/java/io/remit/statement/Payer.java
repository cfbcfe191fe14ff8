package io.remit.statement;

import org.jspecify.annotations.Nullable;

/**
 * The other side of a movement: who paid, or to whom a payment went back.
 *
 * @param name null if it is not told
 * @param account its IBAN or account number, or null
 * @param ultimateName who really paid, where somebody such as a payment service did it for them; or null
 */
public record Payer(@Nullable String name, @Nullable String account, @Nullable String ultimateName) {

  /** Nothing is told of the payer. */
  public static final Payer UNKNOWN = new Payer(null, null, null);

  /** Somebody of whom only the name is told. */
  public static Payer named(String name) {
    return new Payer(name, null, null);
  }
}
