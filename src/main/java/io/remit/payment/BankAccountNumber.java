package io.remit.payment;

import java.math.BigInteger;
import java.util.Arrays;
import java.util.Currency;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Tells whether two ways of writing may mean the same bank account: as IBAN (ISO 13616) or in the national form. */
final class BankAccountNumber {

  private static final Pattern IBAN = Pattern.compile("[A-Z]{2}[0-9]{2}[A-Z0-9]{10,30}");
  private static final Pattern BETWEEN_PARTS = Pattern.compile("[/ ]+");
  private static final Pattern NO_LETTER_OR_DIGIT = Pattern.compile("[^A-Z0-9/ ]");
  private static final int COUNTRY_AND_CHECK_DIGITS = 4;
  private static final int CURRENCY_LENGTH = 3;
  private static final int SHORTEST_TELLING = 4;
  private static final BigInteger IBAN_MODULUS = BigInteger.valueOf(97);
  private static final Set<String> CURRENCIES = Currency.getAvailableCurrencies().stream()
      .map(Currency::getCurrencyCode).collect(Collectors.toUnmodifiableSet());

  private BankAccountNumber() {
  }

  /**
   * Whether both may be the same account. Spaces and dashes do not count, nor does a currency that a bank writes behind
   * the number; a national number (bank code and account, or the account alone) is compared with the inside of an IBAN.
   *
   * @param one null stands for what is not told: it may be any
   * @param other the same
   */
  static boolean maybeSame(@Nullable String one, @Nullable String other) {
    if (one == null || other == null) {
      return true;
    }
    String first = plain(one);
    String second = plain(other);
    if (joined(first).equals(joined(second))) {
      return true;
    }
    if (isIban(first) == isIban(second)) {
      return !isIban(first) && (isInside(first, joined(second)) || isInside(second, joined(first)));
    }
    return isIban(first) ? isInside(second, inside(first)) : isInside(first, inside(second));
  }

  /** Whether the parts of a national number stand in another one in their order, leading zeros aside. */
  private static boolean isInside(String national, String whole) {
    List<String> parts = Arrays.stream(BETWEEN_PARTS.split(national)).map(part -> part.replaceFirst("^0+", ""))
        .filter(part -> !part.isEmpty()).toList();
    int from = 0;
    for (String part : parts) {
      int at = whole.indexOf(part, from);
      if (at < 0) {
        return false;
      }
      from = at + part.length();
    }
    return from == whole.length() && parts.stream().anyMatch(part -> part.length() >= SHORTEST_TELLING);
  }

  private static String plain(String written) {
    String upper = NO_LETTER_OR_DIGIT.matcher(written.toUpperCase(Locale.ROOT)).replaceAll("").strip();
    int digits = upper.length() - CURRENCY_LENGTH;
    boolean endsWithCurrency = digits > 0 && CURRENCIES.contains(upper.substring(digits))
        && !Character.isLetter(upper.charAt(digits - 1));
    return endsWithCurrency ? upper.substring(0, digits).strip() : upper;
  }

  private static String joined(String plain) {
    return BETWEEN_PARTS.matcher(plain).replaceAll("");
  }

  private static boolean isIban(String plain) {
    String text = joined(plain);
    if (!IBAN.matcher(text).matches()) {
      return false;
    }
    String turned = text.substring(COUNTRY_AND_CHECK_DIGITS) + text.substring(0, COUNTRY_AND_CHECK_DIGITS);
    String digits = turned.chars().mapToObj(each -> String.valueOf(Character.digit(each, Character.MAX_RADIX)))
        .collect(Collectors.joining());
    return new BigInteger(digits).mod(IBAN_MODULUS).equals(BigInteger.ONE);
  }

  private static String inside(String iban) {
    return joined(iban).substring(COUNTRY_AND_CHECK_DIGITS);
  }
}
