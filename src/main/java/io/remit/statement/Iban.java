package io.remit.statement;

import java.math.BigInteger;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** Tells account numbers by ISO 13616 from other references. */
final class Iban {

  private static final Pattern WRITTEN = Pattern.compile("[A-Z]{2}[0-9]{2}[A-Z0-9]{11,30}");
  private static final Set<String> COUNTRIES = Set.of(Locale.getISOCountries());
  private static final BigInteger MODULUS = BigInteger.valueOf(97);
  private static final int CHECKED = 4;

  private Iban() {
  }

  /** Whether it is one: a country, and check digits that are right. */
  static boolean isRight(String text) {
    if (!WRITTEN.matcher(text).matches() || !COUNTRIES.contains(text.substring(0, 2))) {
      return false;
    }
    StringBuilder digits = new StringBuilder();
    (text.substring(CHECKED) + text.substring(0, CHECKED)).chars()
        .forEach(each -> digits.append(Character.digit(each, Character.MAX_RADIX)));
    return new BigInteger(digits.toString()).mod(MODULUS).equals(BigInteger.ONE);
  }
}
