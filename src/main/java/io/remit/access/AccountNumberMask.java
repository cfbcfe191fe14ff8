package io.remit.access;

import java.util.Collection;
import java.util.EnumSet;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Who needs to see the numbers of accounts whole, and how others see them: the last digits alone. */
final class AccountNumberMask {

  /** They tell the debtor which account is meant, hand it over, look for payments, or answer for the files. */
  private static final Set<StaffGroup> NEEDED_BY = EnumSet.of(StaffGroup.COLLECTORS, StaffGroup.LEGAL_OFFICERS,
      StaffGroup.OUTSOURCING_OFFICERS, StaffGroup.SUPERVISORS, StaffGroup.OPERATORS, StaffGroup.ADMINISTRATORS);

  private static final int SHOWN = 4;
  /** A shorter one may be a part of anything, and is hidden only where nothing else stands. */
  private static final int SHORTEST_IN_TEXT = 5;

  private AccountNumberMask() {
  }

  /** Whether somebody in these groups needs them whole. */
  static boolean isNeededBy(Collection<String> groupIds) {
    return NEEDED_BY.stream().map(StaffGroup::id).anyMatch(groupIds::contains);
  }

  /** A number with stars in place of all but its end; at least half of it is hidden. */
  static String of(String number) {
    int shown = Math.min(SHOWN, number.length() / 2);
    return "*".repeat(number.length() - shown) + number.substring(number.length() - shown);
  }

  /** A text in which some numbers are so. */
  static String within(String text, Collection<String> numbers) {
    String masked = text;
    for (String number : numbers) {
      if (masked.equals(number)) {
        return of(number);
      }
      if (number.length() >= SHORTEST_IN_TEXT && masked.contains(number)) {
        masked = Pattern.compile("(?<![A-Za-z0-9])" + Pattern.quote(number) + "(?![A-Za-z0-9])").matcher(masked)
            .replaceAll(Matcher.quoteReplacement(of(number)));
      }
    }
    return masked;
  }
}
