package io.remit.intake.csv;

import io.remit.card.CardNumbers;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.regex.Pattern;

/** Plain texts, choices and dates. */
public final class TextFormats {

  private static final Pattern ISO_DATE = Pattern.compile("[0-9]{4}-[0-9]{2}-[0-9]{2}");
  private static final int EARLIEST_YEAR = 1900;
  private static final int LATEST_YEAR = 2200;

  private TextFormats() {
  }

  /** Any text of at most this many characters, as it is: a formula stays the plain text that it is in this file. */
  public static FieldFormat<String> text(int mostCharacters) {
    return text -> {
      if (text.length() > mostCharacters) {
        throw new BrokenRule("too-long", "The text is longer than " + mostCharacters + " characters.");
      }
      if (CardNumbers.isIn(text)) {
        throw new BrokenRule("card-number", "The text holds the number of a payment card, which is not taken in.");
      }
      return text;
    };
  }

  /** An id of whoever wrote the file, of at most this many characters, as it is. */
  public static FieldFormat<String> id(int mostCharacters) {
    return text -> {
      if (text.length() > mostCharacters) {
        throw new BrokenRule("too-long", "The text is longer than " + mostCharacters + " characters.");
      }
      return text;
    };
  }

  /** The name of one of the choices, in upper case as they are. */
  public static <E extends Enum<E>> FieldFormat<E> oneOf(Class<E> choices, String rule) {
    return text -> Arrays.stream(choices.getEnumConstants())
        .filter(choice -> choice.name().equals(text))
        .findFirst()
        .orElseThrow(() -> new BrokenRule(rule,
            "The value has to be one of " + Arrays.toString(choices.getEnumConstants()) + "."));
  }

  /** {@code true} or {@code false}, in upper or lower case: spreadsheets write them in capitals. */
  public static FieldFormat<Boolean> trueOrFalse() {
    return text -> {
      if (!text.equalsIgnoreCase("true") && !text.equalsIgnoreCase("false")) {
        throw new BrokenRule("true-or-false", "The value has to be true or false.");
      }
      return Boolean.valueOf(text);
    };
  }

  /** A day that exists, as YYYY-MM-DD. */
  public static FieldFormat<LocalDate> date() {
    return text -> {
      LocalDate date = parsedDate(text);
      if (date.getYear() < EARLIEST_YEAR || date.getYear() > LATEST_YEAR) {
        throw new BrokenRule("date",
            "The year has to be between " + EARLIEST_YEAR + " and " + LATEST_YEAR + ".");
      }
      return date;
    };
  }

  private static LocalDate parsedDate(String text) throws BrokenRule {
    if (!ISO_DATE.matcher(text).matches()) {
      throw new BrokenRule("date", "The date has to be written YYYY-MM-DD.");
    }
    try {
      return LocalDate.parse(text);
    } catch (DateTimeException noSuchDay) {
      throw new BrokenRule("date", "There is no such day.");
    }
  }
}
