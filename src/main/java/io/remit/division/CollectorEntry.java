package io.remit.division;

import io.remit.cases.BusinessCalendar;
import io.remit.cases.EnteredText;
import io.remit.cases.InvalidInputException;
import java.time.DayOfWeek;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;

/** Checks what supervisors enter about collectors, field by field. */
@Component
class CollectorEntry {

  private static final Set<String> COUNTRIES = Set.of(Locale.getISOCountries());
  private static final Pattern LANGUAGE = Pattern.compile("[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*");
  private static final Pattern PLACE = Pattern.compile("[A-Z]{2}(-[A-Z0-9]{1,3})?");
  private static final Pattern PRODUCT = Pattern.compile("[^,\\p{Cntrl}]{1,40}");
  private static final Pattern SKILL = Pattern.compile("[a-z][a-z0-9-]{0,39}");
  private static final int MOST_MINUTES = 720;
  private static final int MOST_VALUES = 40;
  private static final int LONGEST_ABSENCE = 366;

  private final BusinessCalendar calendar;

  CollectorEntry(BusinessCalendar calendar) {
    this.calendar = calendar;
  }

  /** As it was sent; what is missing is null. */
  record Entered(List<String> languages, List<String> skills, List<String> places, List<String> products,
      Integer dailyMinutes, List<String> workingDays) {
  }

  /** Days of an absence, checked. */
  record Days(LocalDate first, LocalDate last) {
  }

  /** @throws InvalidInputException that names the field */
  Collector collector(String userId, Entered entered) {
    Set<String> languages = values("languages", entered.languages(), matches(LANGUAGE),
        "a language such as en or de-AT");
    if (languages.isEmpty()) {
      throw new InvalidInputException("languages", "name at least one, such as en");
    }
    return new Collector(userId, languages,
        values("skills", entered.skills(), matches(SKILL), "a skill in lower-case letters, digits and -"),
        values("places", entered.places(), CollectorEntry::isPlace, "a country such as DE or a region such as DE-BY"),
        values("products", entered.products(), matches(PRODUCT), "a product of up to 40 characters without a comma"),
        minutes(entered.dailyMinutes()), workingDays(entered.workingDays()));
  }

  /** @throws InvalidInputException that names the field */
  Days absence(String from, String to) {
    LocalDate first = EnteredText.date("from", from);
    LocalDate last = EnteredText.date("to", to);
    if (first.isBefore(calendar.today())) {
      throw new InvalidInputException("from", "lies in the past");
    }
    if (last.isBefore(first)) {
      throw new InvalidInputException("to", "lies before the first day");
    }
    if (last.isAfter(first.plusDays(LONGEST_ABSENCE))) {
      throw new InvalidInputException("to", "is more than " + LONGEST_ABSENCE + " days after the first day");
    }
    return new Days(first, last);
  }

  private static Set<String> values(String field, List<String> entered, Predicate<String> right, String wanted) {
    List<String> values = entered == null ? List.of() : entered;
    if (values.size() > MOST_VALUES) {
      throw new InvalidInputException(field, "has more than " + MOST_VALUES + " values");
    }
    for (int i = 0; i < values.size(); i++) {
      if (values.get(i) == null || !right.test(values.get(i))) {
        throw new InvalidInputException(field + "[" + i + "]", "must be " + wanted);
      }
    }
    return new TreeSet<>(values);
  }

  private static Predicate<String> matches(Pattern pattern) {
    return pattern.asMatchPredicate();
  }

  private static boolean isPlace(String value) {
    return PLACE.matcher(value).matches() && COUNTRIES.contains(value.substring(0, 2));
  }

  private static int minutes(Integer entered) {
    if (entered == null || entered < 0 || entered > MOST_MINUTES) {
      throw new InvalidInputException("dailyMinutes", "must be 0 to " + MOST_MINUTES);
    }
    return entered;
  }

  private static Set<DayOfWeek> workingDays(List<String> entered) {
    if (entered == null || entered.isEmpty()) {
      throw new InvalidInputException("workingDays", "name at least one, such as MONDAY");
    }
    return EnteredText.choices("workingDays", entered, DayOfWeek.class);
  }
}
