package io.remit.statement;

import java.util.Locale;
import java.util.Set;
import java.util.regex.Pattern;

/** References that say that there is none. */
final class References {

  private static final Set<String> NOT_GIVEN = Set.of("NOTPROVIDED", "NOTAVAILABLE", "NONREF", "NOREF", "UNKNOWN",
      "UNDEFINED", "NONE", "NA");

  private static final Pattern SIGNS = Pattern.compile("[\\s./_-]");

  private References() {
  }

  static boolean isGiven(String reference) {
    return reference != null && !reference.isEmpty() && !(isSuspect(reference)
        && NOT_GIVEN.contains(SIGNS.matcher(reference).replaceAll("").toUpperCase(Locale.ROOT)));
  }

  /** Millions of references are looked at: most can be told by their first letter. */
  private static boolean isSuspect(String reference) {
    char first = Character.toUpperCase(reference.charAt(0));
    return first == 'N' || first == 'U';
  }
}
