package io.remit.payment;

import java.math.BigInteger;
import java.util.Optional;
import java.util.regex.Pattern;

/** References by ISO 11649: RF, two check digits, and up to 21 letters and digits of the creditor's choice. */
final class CreditorReference {

  private static final Pattern FORM = Pattern.compile("RF[0-9]{2}[A-Z0-9]{1,21}");
  private static final int CHECKED_FIRST = 4;
  private static final BigInteger MODULUS = BigInteger.valueOf(97);

  private CreditorReference() {
  }

  /**
   * What the creditor chose.
   *
   * @param compared as {@link io.remit.ledger.MatchNumber} writes it
   * @return empty if it is no such reference or its check digits are wrong
   */
  static Optional<String> ownPartOf(String compared) {
    if (!FORM.matcher(compared).matches()) {
      return Optional.empty();
    }
    String ownPart = compared.substring(CHECKED_FIRST);
    StringBuilder digits = new StringBuilder();
    (ownPart + compared.substring(0, CHECKED_FIRST)).chars()
        .forEach(each -> digits.append(Character.getNumericValue(each)));
    boolean right = new BigInteger(digits.toString()).mod(MODULUS).equals(BigInteger.ONE);
    return right ? Optional.of(ownPart) : Optional.empty();
  }
}
