package io.remit.ledger;

import java.util.Locale;
import java.util.regex.Pattern;

/** Numbers of accounts, debtors and cases as they are looked up and compared where people wrote them. */
public final class MatchNumber {

  private static final Pattern LEFT_OUT = Pattern.compile("[-\\s/._]");
  private static final Pattern NO_DIGITS = Pattern.compile("[^0-9]+");
  private static final Pattern LEADING_ZEROS = Pattern.compile("^0+(?=.)");

  private MatchNumber() {
  }

  /** The number as it is compared: without spaces and dashes, in capitals; empty if nothing is left of it. */
  public static String of(String written) {
    return LEFT_OUT.matcher(written).replaceAll("").toUpperCase(Locale.ROOT);
  }

  /**
   * The key under which a number is kept and looked up: its digits without leading zeros, so that it is found however
   * its letters, marks and zeros are written; the letters of a number that has no digits.
   */
  public static String key(String number) {
    String digits = NO_DIGITS.matcher(number).replaceAll("");
    return digits.isEmpty() ? of(number) : LEADING_ZEROS.matcher(digits).replaceFirst("");
  }
}
