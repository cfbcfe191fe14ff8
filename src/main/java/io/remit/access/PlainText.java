package io.remit.access;

import io.remit.cases.InvalidInputException;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** What no text from outside may be, whatever it is for: a database could not keep it, or not compare with it. */
final class PlainText {

  /** Anything that reads like a day, with or without a time; with a time there is nothing else that it could be. */
  private static final Pattern DAY = Pattern.compile("(?<year>[+-]?\\d+)-(?<month>\\d+)-(?<day>\\d+)(?<time>T.*)?");
  private static final Pattern YEAR = Pattern.compile("(?!0000)\\d{4}");
  private static final Pattern FAR_YEAR = Pattern.compile("[+-]\\d+|\\d{5,}|0000");
  private static final Pattern MONTH = Pattern.compile("0[1-9]|1[0-2]");
  private static final Pattern DAY_OF_MONTH = Pattern.compile("0[1-9]|[12]\\d|3[01]");
  /** The end of the year 9999, in milliseconds since 1970. */
  private static final long LAST_MOMENT = 253_402_300_799_999L;

  private PlainText() {
  }

  /**
   * Looks at a parameter: a line of text, which may be a day.
   *
   * @throws InvalidInputException that names the field
   */
  static void checkParameter(String field, String text) {
    checkLine(field, text);
    if (isFarDay(text)) {
      throw farAway(field);
    }
  }

  /** @throws InvalidInputException that names the field */
  static void checkLine(String field, String text) {
    if (!isLine(text)) {
      throw unwritable(field);
    }
  }

  /**
   * Looks at a text of any number of lines, which may be a moment.
   *
   * @throws InvalidInputException that names the field
   */
  static void checkText(String field, String text) {
    if (text.indexOf('\0') >= 0) {
      throw unwritable(field);
    }
    if (isFarMoment(text)) {
      throw farAway(field);
    }
  }

  static boolean isLine(String text) {
    return text.chars().noneMatch(Character::isISOControl);
  }

  static InvalidInputException unwritable(String field) {
    return new InvalidInputException(field, "has a character that cannot be written");
  }

  static InvalidInputException farAway(String field) {
    return new InvalidInputException(field, "must be in the years 0001 to 9999");
  }

  static InvalidInputException tooLong(String field) {
    return new InvalidInputException(field, "is longer than anything that is read here");
  }

  /** Whether a number of milliseconds is a moment in the years that can be written. */
  static boolean isMoment(long milliseconds) {
    return Math.abs(milliseconds) <= LAST_MOMENT;
  }

  /** A number with dashes may be that of an account, unless it has a month and a day. */
  private static boolean isFarDay(String text) {
    Matcher day = DAY.matcher(text);
    return day.matches() && (day.group("time") != null ? isFarMoment(text)
        : FAR_YEAR.matcher(day.group("year")).matches() && hasMonthAndDay(day));
  }

  /** The engine would take the month 99999 for one some thousand years ahead. */
  private static boolean isFarMoment(String text) {
    Matcher day = DAY.matcher(text);
    return day.matches() && day.group("time") != null
        && !(YEAR.matcher(day.group("year")).matches() && hasMonthAndDay(day));
  }

  private static boolean hasMonthAndDay(Matcher day) {
    return MONTH.matcher(day.group("month")).matches() && DAY_OF_MONTH.matcher(day.group("day")).matches();
  }
}
