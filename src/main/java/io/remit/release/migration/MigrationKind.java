package io.remit.release.migration;

import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** How far two versions of a model are apart, by their tags; which of them is the older makes no difference. */
enum MigrationKind {

  /** The first two numbers are the same: cases move by themselves. */
  PATCH,
  /** The first number is the same: cases move when a person starts it, by instructions. */
  MINOR,
  /** Another first number, or a tag that is no version: cases stay. */
  MAJOR;

  private static final Pattern VERSION = Pattern.compile("(\\d{1,9})\\.(\\d{1,9})\\.(\\d{1,9})");

  static MigrationKind between(@Nullable String one, @Nullable String other) {
    Matcher first = VERSION.matcher(String.valueOf(one));
    Matcher second = VERSION.matcher(String.valueOf(other));
    if (!first.matches() || !second.matches() || number(first, 1) != number(second, 1)) {
      return MAJOR;
    }
    return number(first, 2) == number(second, 2) ? PATCH : MINOR;
  }

  /** Whether the first of two versions of the same first number is the higher one: a model was rolled back. */
  static boolean isBack(String from, String to) {
    Matcher first = VERSION.matcher(from);
    Matcher second = VERSION.matcher(to);
    if (!first.matches() || !second.matches()) {
      return false;
    }
    for (int part = 1; part <= 3; part++) {
      if (number(first, part) != number(second, part)) {
        return number(first, part) > number(second, part);
      }
    }
    return false;
  }

  private static int number(Matcher version, int part) {
    return Integer.parseInt(version.group(part));
  }
}
