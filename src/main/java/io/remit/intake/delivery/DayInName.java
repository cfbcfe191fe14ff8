package io.remit.intake.delivery;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/**
 * The day of the creditor's books in the name of a file of the inbox, by the pattern {@code remit.books.day-in-name}:
 * its one group holds the day as ISO 8601 writes it.
 */
@Component
public class DayInName {

  private final Pattern pattern;

  /** @throws IllegalArgumentException if the setting is no pattern with one group */
  public DayInName(@Value("${remit.books.day-in-name}") String pattern) {
    try {
      this.pattern = Pattern.compile(pattern);
    } catch (PatternSyntaxException noPattern) {
      throw new IllegalArgumentException("remit.books.day-in-name is no regular expression", noPattern);
    }
    if (this.pattern.matcher("").groupCount() != 1) {
      throw new IllegalArgumentException("remit.books.day-in-name needs one group, which holds the day");
    }
  }

  /** The day; null where the name has none, or names two. */
  public @Nullable LocalDate of(String fileName) {
    Matcher found = pattern.matcher(fileName);
    LocalDate day = found.find() ? dayIn(found.group(1)) : null;
    return day == null || found.find() ? null : day;
  }

  private static @Nullable LocalDate dayIn(String text) {
    try {
      return LocalDate.parse(text);
    } catch (DateTimeException noDay) {
      return null;
    }
  }
}
