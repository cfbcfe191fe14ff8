package io.remit.figures;

import static io.remit.sql.Moments.utc;

import io.remit.cases.BusinessCalendar;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * What a figure is asked for.
 *
 * @param from the first day of the period, in the creditor's zone; where two days are compared, the earlier one
 * @param to the last day of the period; where two days are compared, the later one
 * @param product only accounts, or cases with accounts, of this product; null for all
 * @param region only debtors of this region (ISO 3166-2); null for all
 * @param currency only this one (ISO 4217); null for all
 */
public record Scope(LocalDate from, LocalDate to, @Nullable String product, @Nullable String region,
    @Nullable String currency, BusinessCalendar calendar) {

  private static final String MOMENT = "timestamp with time zone '%s'";

  /**
   * What facts may name: {@code :from} and {@code :to} are days, {@code :begins} and {@code :ends} the midnights before
   * and after the period, {@code :now} the moment of asking and {@code :tomorrow} the midnight after it.
   */
  Map<String, Object> parameters() {
    Map<String, Object> parameters = new HashMap<>();
    parameters.put("from", from);
    parameters.put("to", to);
    parameters.put("begins", utc(calendar.startOf(from)));
    parameters.put("ends", utc(calendar.startOf(to.plusDays(1))));
    parameters.put("tomorrow", utc(calendar.startOf(calendar.today().plusDays(1))));
    parameters.put("now", utc(calendar.now()));
    if (product != null) {
      parameters.put("product", product);
    }
    if (region != null) {
      parameters.put("region", region);
    }
    if (currency != null) {
      parameters.put("currency", currency);
    }
    return parameters;
  }

  /**
   * The calendar months of the period, as a table for SQL: {@code name} such as 2007-09, its part of the period from
   * {@code first_day} to {@code last_day} and from {@code begins} to {@code ends}, and the {@code day_before}.
   */
  String months() {
    return from.withDayOfMonth(1).datesUntil(to.plusDays(1), Period.ofMonths(1)).map(this::month)
        .collect(Collectors.joining(", ", "(values ", ") as m(name, day_before, first_day, last_day, begins, ends)"));
  }

  private String month(LocalDate firstOfMonth) {
    LocalDate first = firstOfMonth.isBefore(from) ? from : firstOfMonth;
    LocalDate lastOfMonth = firstOfMonth.plusMonths(1).minusDays(1);
    LocalDate last = lastOfMonth.isAfter(to) ? to : lastOfMonth;
    return "('%s', date '%s', date '%s', date '%s', %s, %s)".formatted(
        DateTimeFormatter.ofPattern("uuuu-MM").format(firstOfMonth), first.minusDays(1), first, last,
        moment(calendar.startOf(first)), moment(calendar.startOf(last.plusDays(1))));
  }

  /** A moment as a literal of SQL. */
  static String moment(Instant moment) {
    return MOMENT.formatted(
        DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ssxxx").format(moment.atOffset(ZoneOffset.UTC)));
  }
}
