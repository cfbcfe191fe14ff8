package io.remit.ledger;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Currency;

/** Amounts in the scale of their currency. */
public final class Money {

  private Money() {
  }

  /**
   * The same amount with as many decimals as its currency has: two for EUR, none for JPY, three for KWD.
   *
   * @param amount an amount that the currency can hold without rounding
   * @param currency ISO 4217 code
   * @throws ArithmeticException if the amount has more decimals than the currency
   */
  public static BigDecimal inScaleOf(String currency, BigDecimal amount) {
    return amount.setScale(decimalsOf(currency), RoundingMode.UNNECESSARY);
  }

  /** The number of decimals of a currency, by ISO 4217. */
  public static int decimalsOf(String currency) {
    return Math.max(0, Currency.getInstance(currency).getDefaultFractionDigits());
  }
}
