package io.remit.intake.csv;

import io.remit.ledger.Money;
import java.math.BigDecimal;
import java.util.Currency;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Currencies and amounts. */
public final class MoneyFormats {

  private static final Pattern AMOUNT = Pattern.compile("-?[0-9]+(\\.[0-9]+)?");
  /** The database keeps 19 digits, four of them behind the point. */
  private static final int MOST_DIGITS_BEFORE_POINT = 15;
  /** Without metals and test codes, which have no number of decimals. */
  private static final Set<String> CURRENCIES = Currency.getAvailableCurrencies().stream()
      .filter(currency -> currency.getDefaultFractionDigits() >= 0)
      .map(Currency::getCurrencyCode)
      .collect(Collectors.toUnmodifiableSet());

  private MoneyFormats() {
  }

  /** An ISO 4217 code. */
  public static FieldFormat<String> currency() {
    return text -> {
      if (!CURRENCIES.contains(text)) {
        throw new BrokenRule("unknown-currency", "The currency is not an ISO 4217 code in capital letters.");
      }
      return text;
    };
  }

  /** An amount of this currency, zero or more. */
  public static FieldFormat<BigDecimal> amountIn(String currency) {
    return text -> {
      if (!AMOUNT.matcher(text).matches()) {
        throw new BrokenRule("amount-format",
            "The amount has to be digits with a decimal point, without separators, signs or exponent.");
      }
      if (text.startsWith("-")) {
        throw new BrokenRule("negative-amount", "The amount is negative.");
      }
      return scaled(text, currency);
    };
  }

  /** An amount of this currency, which may be below zero. */
  public static FieldFormat<BigDecimal> signedAmountIn(String currency) {
    FieldFormat<BigDecimal> amount = amountIn(currency);
    return text -> text.startsWith("-") ? amount.read(text.substring(1)).negate() : amount.read(text);
  }

  /** An amount of this currency above zero. */
  public static FieldFormat<BigDecimal> positiveAmountIn(String currency) {
    FieldFormat<BigDecimal> amount = amountIn(currency);
    return text -> {
      boolean negative = text.startsWith("-");
      BigDecimal value = amount.read(negative ? text.substring(1) : text);
      if (negative || value.signum() == 0) {
        throw new BrokenRule("amount-not-positive", "The amount has to be above zero.");
      }
      return value;
    };
  }

  private static BigDecimal scaled(String text, String currency) throws BrokenRule {
    int decimals = Money.decimalsOf(currency);
    int point = text.indexOf('.');
    // Zeros count, too: 12.000 could be twelve thousand with a separator.
    if (point >= 0 && text.length() - point - 1 > decimals) {
      throw new BrokenRule("amount-scale", "The amount has more decimals than its currency.");
    }
    BigDecimal amount = new BigDecimal(text);
    if (amount.precision() - amount.scale() > MOST_DIGITS_BEFORE_POINT) {
      throw new BrokenRule("amount-too-large",
          "The amount has more than " + MOST_DIGITS_BEFORE_POINT + " digits before the point.");
    }
    return Money.inScaleOf(currency, amount);
  }
}
