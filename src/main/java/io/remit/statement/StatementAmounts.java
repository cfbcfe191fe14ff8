package io.remit.statement;

import io.remit.ledger.Money;
import java.math.BigDecimal;
import java.util.Currency;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Amounts and currencies as statements write them. */
final class StatementAmounts {

  private static final Pattern AMOUNT = Pattern.compile("[0-9]{1,15}(\\.[0-9]{0,5})?");

  private StatementAmounts() {
  }

  /**
   * @param text digits with a decimal point; trailing zeros do not count as decimals
   * @return zero or more, in the currency's scale
   */
  static BigDecimal read(@Nullable String text, String currency, long line, @Nullable String element)
      throws StatementRefused {
    if (text == null || !AMOUNT.matcher(text).matches()) {
      throw new StatementRefused(line, element, "amount-format",
          "The amount has to be digits with a decimal sign, without separators and signs.");
    }
    BigDecimal amount = new BigDecimal(text).stripTrailingZeros();
    if (amount.scale() > Money.decimalsOf(known(currency, line, element))) {
      throw new StatementRefused(line, element, "amount-scale", "The amount has more decimals than its currency.");
    }
    return Money.inScaleOf(currency, amount);
  }

  /** @param currency an ISO 4217 code */
  static int decimalsOf(String currency) {
    return Money.decimalsOf(currency);
  }

  private static String known(String currency, long line, @Nullable String element) throws StatementRefused {
    try {
      return Currency.getInstance(currency).getCurrencyCode();
    } catch (IllegalArgumentException unknown) {
      throw new StatementRefused(line, element, "unknown-currency", "The currency is not an ISO 4217 code.");
    }
  }
}
