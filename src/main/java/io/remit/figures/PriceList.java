package io.remit.figures;

import io.remit.cases.BusinessCalendar;
import io.remit.figures.UnitCosts.Kind;
import io.remit.figures.UnitCosts.UnitCost;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What pieces of collection cost, as a table for SQL. */
@Component
class PriceList {

  private static final String COLUMNS = "as u(kind, currency, amount, begins, ends)";
  /** Of the price that holds until there is a next one. */
  private static final LocalDate EVER = LocalDate.parse("9999-01-01");

  private final UnitCosts costs;
  private final JdbcClient jdbc;
  private final BusinessCalendar calendar;

  PriceList(UnitCosts costs, JdbcClient jdbc, BusinessCalendar calendar) {
    this.costs = costs;
    this.jdbc = jdbc;
    this.calendar = calendar;
  }

  /**
   * The table {@code u}: {@code kind}, {@code currency}, {@code amount}, and from when until before when it holds
   * ({@code begins}, {@code ends}). Of a kind and currency at most one row holds at a moment.
   */
  String table() {
    List<String> rows = jdbc.sql("select distinct currency from collection_case").query(String.class).list().stream()
        .flatMap(currency -> Stream.of(Kind.values()).flatMap(kind -> rows(kind, currency))).toList();
    return rows.isEmpty()
        ? "(select '', '', 0.0, %1$s, %1$s where 1 = 0) ".formatted(Scope.moment(Instant.EPOCH)) + COLUMNS
        : rows.stream().collect(Collectors.joining(", ", "(values ", ") " + COLUMNS));
  }

  private Stream<String> rows(Kind kind, String currency) {
    List<UnitCost> prices = costs.of(kind, currency).stream()
        .sorted(Comparator.comparing(UnitCost::validFrom)).toList();
    List<String> rows = new ArrayList<>();
    for (int i = 0; i < prices.size(); i++) {
      LocalDate next = i + 1 < prices.size() ? prices.get(i + 1).validFrom() : EVER;
      rows.add("('%s', '%s', cast(%s as numeric(19, 4)), %s, %s)".formatted(kind, currency,
          prices.get(i).amount().toPlainString(), Scope.moment(calendar.startOf(prices.get(i).validFrom())),
          Scope.moment(calendar.startOf(next))));
    }
    return rows.stream();
  }
}
