package io.remit.ledger;

import java.util.Locale;
import java.util.regex.Pattern;

/** Account numbers as they are compared where people wrote them: without spaces and dashes, in capitals. */
public final class MatchNumber {

  private static final Pattern LEFT_OUT = Pattern.compile("[-\\s/._]");

  private MatchNumber() {
  }

  /** The number as it is compared; empty if nothing is left of it. */
  public static String of(String written) {
    return LEFT_OUT.matcher(written).replaceAll("").toUpperCase(Locale.ROOT);
  }
}
