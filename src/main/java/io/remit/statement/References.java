package io.remit.statement;

import java.util.Locale;
import java.util.Set;

/** References that say that there is none. */
final class References {

  private static final Set<String> NOT_GIVEN = Set.of("NOTPROVIDED", "NOTAVAILABLE", "NONREF", "NOREF", "UNKNOWN",
      "UNDEFINED", "NONE", "NA");

  private References() {
  }

  static boolean isGiven(String reference) {
    return reference != null && !reference.isEmpty()
        && !NOT_GIVEN.contains(reference.replaceAll("[\\s./_-]", "").toUpperCase(Locale.ROOT));
  }
}
