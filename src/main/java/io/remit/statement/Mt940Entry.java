package io.remit.statement;

import java.math.BigDecimal;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Comparator;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The field 61 of an MT940 message.
 *
 * @param mark C for a credit, D for a debit; RC and RD take back a credit and a debit; EC and ED are only expected
 * @param signed above zero if money came in
 * @param valueDate null if there is no such day
 * @param bookingDate the value date where the bank tells none; null if there is no such day
 * @param type such as {@code NTRF}; empty if it tells none
 * @param customerReference the payer's, or null
 * @param bankReference the bank's own, or null
 * @param supplement what stands in further lines, or behind the references; empty if nothing
 */
record Mt940Entry(long line, String mark, BigDecimal signed, @Nullable LocalDate valueDate,
    @Nullable LocalDate bookingDate, String type, @Nullable String customerReference, @Nullable String bankReference,
    String supplement) {

  private static final Pattern ENTRY = Pattern.compile("([0-9]{6})([0-9]{4})?\\s{0,4}(RC|RD|EC|ED|C|D)([A-Z])?\\s?"
      + "([0-9]{1,15}(?:,[0-9]{0,5})?|,[0-9]{1,5})\\s*(?![0-9.,])(.*)");
  private static final Pattern TYPE = Pattern.compile("(?!NONREF)([A-Z][A-Z0-9 ]{3})(.*)");
  /** They say that the reference stands in field 86. */
  private static final Set<String> ELSEWHERE = Set.of("EREF", "PREF", "MARF", "KREF", "KREF+", "EREF+", "CREF", "NREF");
  private static final int SHORTEST_REFERENCE = 2;
  private static final int LONGEST_REFERENCE = 16;
  private static final int FIRST_YEAR_OF_LAST_CENTURY = 80;

  static Mt940Entry read(String value, String currency, long line) throws StatementRefused {
    String first = value.lines().findFirst().orElse("");
    Matcher told = ENTRY.matcher(first);
    if (!told.matches()) {
      throw new StatementRefused(line, "61", "entry-format",
          "The entry has to be a date, C, D, RC or RD, an amount with a comma, and a type such as NTRF.");
    }
    String mark = told.group(3);
    BigDecimal amount = amount(told.group(5), currency, line, "61");
    boolean in = mark.equals("C") || mark.equals("RD") || mark.equals("EC");
    Matcher type = TYPE.matcher(told.group(6));
    String[] references = (type.matches() ? type.group(2) : told.group(6)).split("//", 2);
    String further = first.length() < value.length() ? value.substring(first.length()).strip() : "";
    String cut = cutAtEnd(references[0]);
    LocalDate valueDate = day(told.group(1)).orElse(null);
    return new Mt940Entry(line, mark, in ? amount : amount.negate(), valueDate, bookingDate(told.group(2), valueDate),
        type.matches() ? type.group(1) : "", given(cut), references.length == 2 ? given(references[1]) : null,
        (references[0].substring(cut.length()).strip() + "\n" + further).strip());
  }

  /** A reference has sixteen characters; some banks go on with a name behind it. */
  private static String cutAtEnd(String reference) {
    boolean goesOn = reference.length() > LONGEST_REFERENCE && reference.charAt(LONGEST_REFERENCE - 1) == ' ';
    return goesOn ? reference.substring(0, LONGEST_REFERENCE) : reference;
  }

  boolean isExpected() {
    return mark.startsWith("E");
  }

  boolean isReversal() {
    return mark.startsWith("R");
  }

  /** @param text digits with a comma, which may stand first or last */
  static BigDecimal amount(String text, String currency, long line, String tag) throws StatementRefused {
    String digits = text.startsWith(",") ? "0" + text : text;
    return StatementAmounts.read(digits.replace(',', '.'), currency, line, tag);
  }

  static Optional<LocalDate> day(String yearMonthDay) {
    int year = Integer.parseInt(yearMonthDay.substring(0, 2));
    return day(year < FIRST_YEAR_OF_LAST_CENTURY ? 2000 + year : 1900 + year, yearMonthDay.substring(2));
  }

  private static Optional<LocalDate> day(int year, String monthDay) {
    try {
      return Optional.of(LocalDate.of(year, Integer.parseInt(monthDay.substring(0, 2)),
          Integer.parseInt(monthDay.substring(2))));
    } catch (DateTimeException noSuchDay) {
      return Optional.empty();
    }
  }

  /** It is told without its year: the one that is nearest to the value date. */
  private static @Nullable LocalDate bookingDate(@Nullable String monthDay, @Nullable LocalDate valueDate) {
    if (monthDay == null || valueDate == null || monthDay.equals("0000")) {
      return valueDate;
    }
    return Stream.of(-1, 0, 1).map(years -> day(valueDate.getYear() + years, monthDay)).flatMap(Optional::stream)
        .min(Comparator.comparing(day -> Math.abs(ChronoUnit.DAYS.between(day, valueDate)))).orElse(null);
  }

  private static @Nullable String given(String reference) {
    String told = reference.strip();
    return told.length() < SHORTEST_REFERENCE || ELSEWHERE.contains(told) || !References.isGiven(told) ? null : told;
  }
}
