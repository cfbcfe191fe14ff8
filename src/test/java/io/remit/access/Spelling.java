package io.remit.access;

import java.util.Locale;
import java.util.function.UnaryOperator;

/** Ways to write a path so that one reader might take it for the plain path, and another for a different one. */
enum Spelling {

  SLASH_AT_THE_END(path -> path + "/", false),
  TWO_SLASHES(path -> beforeLast(path, "//"), true),
  TWO_SLASHES_AT_THE_BEGINNING(path -> "/" + path, true),
  TWO_SLASHES_AT_THE_END(path -> path + "//", true),
  DOT(path -> beforeLast(path, "/./"), true),
  DOT_AT_THE_END(path -> path + "/.", true),
  DOTS(path -> beforeLast(path, "/x/../"), true),
  ESCAPED_DOTS(path -> beforeLast(path, "/x/%2e%2e/"), true),
  ESCAPED_LETTER(path -> escapedLetter(path), true),
  LETTER_ESCAPED_TWICE(path -> escapedLetter(path).replace("%", "%25"), true),
  ESCAPED_LETTER_OF_THE_PREFIX(path -> path.replace("/camunda", "/%63amunda"), true),
  ESCAPED_SLASH(path -> beforeLast(path, "%2f"), true),
  ESCAPED_BACKSLASH(path -> beforeLast(path, "%5C"), true),
  BACKSLASH(path -> beforeLast(path, "\\"), true),
  PARAMETER_AT_THE_END(path -> path + ";x=1", true),
  PARAMETER_WITHIN(path -> beforeLast(path, ";a=b/"), true),
  PARAMETER_OF_A_SESSION(path -> path + ";jsessionid=1", true),
  ESCAPED_PARAMETER(path -> path + "%3bx=1", true),
  NULL_AT_THE_END(path -> path + "%00", true),
  LINE_END(path -> path + "%0a", true),
  OVERLONG_SLASH(path -> beforeLast(path, "%c0%af"), true),
  OVERLONG_LETTER(path -> beforeLast(path, "/%c1%a3"), true),
  NOT_UTF_8(path -> path + "%ff", true),
  UPPER_CASE(path -> path.substring(0, path.lastIndexOf('/') + 1)
      + path.substring(path.lastIndexOf('/') + 1).toUpperCase(Locale.ROOT), false),
  UPPER_CASE_OF_THE_PREFIX(path -> path.replace("/camunda/api", "/CAMUNDA/API"), false),
  SUFFIX(path -> path + ".json", false),
  FULL_STOP(path -> path + ".", false),
  SPACE_AT_THE_END(path -> path + "%20", false),
  WIDE_LETTER(path -> path + "%ef%bd%83", false),
  ANOTHER_ENGINE(path -> path.replace("/default", "/Default"), false),
  NO_ENGINE(path -> path.replace("/default", "/%20"), false);

  private final UnaryOperator<String> spelt;
  private final boolean unreadable;

  Spelling(UnaryOperator<String> spelt, boolean unreadable) {
    this.spelt = spelt;
    this.unreadable = unreadable;
  }

  String of(String path) {
    return spelt.apply(path);
  }

  /** Whether it is no plain path at all; else it is one, but another. */
  boolean isUnreadable() {
    return unreadable;
  }

  String words() {
    return name().toLowerCase(Locale.ROOT).replace('_', ' ').replace("utf 8", "UTF-8");
  }

  private static String beforeLast(String path, String separator) {
    int slash = path.lastIndexOf('/');
    return path.substring(0, slash) + separator + path.substring(slash + 1);
  }

  private static String escapedLetter(String path) {
    int letter = path.lastIndexOf('/') + 1;
    return path.substring(0, letter) + "%" + Integer.toHexString(path.charAt(letter)) + path.substring(letter + 1);
  }
}
