package io.remit.ledger;

import java.math.BigDecimal;
import java.util.Objects;

/**
 * An amount that is compared with a threshold: what it is worth depends on its currency, so that the two go together.
 *
 * @param currency ISO 4217 code
 */
public record Amount(String currency, BigDecimal value) {

  /** @throws NullPointerException if one of the two is missing */
  public Amount {
    Objects.requireNonNull(currency, "currency");
    Objects.requireNonNull(value, "value");
  }
}
