package io.remit.figures;

import io.remit.ledger.Money;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Repository;

/** Computes figures, and finds the cases behind them. */
@Repository
class FigureQuery {

  private static final String CURRENCY = "currency";
  private static final int COST_DECIMALS = 4;

  private final FigureDatabase database;

  FigureQuery(FigureDatabase database) {
    this.database = database;
  }

  /** The first rows of a figure, each with all its columns, ordered by the dimensions. */
  List<Map<String, Object>> rows(Figure figure, Scope scope, int limit) {
    String dimensions = String.join(", ", figure.dimensions());
    String question = "select " + dimensions + ", " + aggregates(figure) + " from (" + figure.facts().apply(scope)
        + ") f" + where(figure, scope, Map.of()) + " group by " + dimensions + " order by " + dimensions
        + " limit :limit";
    List<Map<String, Object>> rows = database.read(jdbc -> jdbc.sql(question)
        .params(scope.parameters()).param("limit", limit)
        .query((row, number) -> read(row, figure, figure.dimensions())).list());
    for (Ratio ratio : figure.ratios()) {
      rows = ratio.addTo(rows);
    }
    return rows;
  }

  /**
   * One page of the cases behind a cell, ordered by case number: their measures, where they stand now, and the engine's
   * process instance of those that are not closed.
   *
   * @param cell values of dimensions; those that are not named may be any
   * @param measure only cases with something in this measure of the figure; null for all
   */
  List<Map<String, Object>> cases(Figure figure, Scope scope, Map<String, String> cell, @Nullable String measure,
      int page, int size) {
    String question = "select f.*, c.stage, c.status, c.collector, c.process_instance_id"
            + " from (select case_number, currency, "
            + aggregates(figure) + " from (" + figure.facts().apply(scope) + ") f" + where(figure, scope, cell)
            + " group by case_number, currency" + having(figure, measure)
            + " order by case_number, currency limit :limit offset :offset) f"
            + " join collection_case c on c.case_number = f.case_number order by f.case_number, f.currency";
    return database.read(jdbc -> jdbc.sql(question)
        .params(parameters(scope, cell)).param("limit", size).param("offset", (long) page * size)
        .query((row, number) -> readCase(row, figure)).list());
  }

  /** How many cases {@link #cases} finds. */
  long count(Figure figure, Scope scope, Map<String, String> cell, @Nullable String measure) {
    String question = "select count(*) from (select case_number from (" + figure.facts().apply(scope) + ") f"
        + where(figure, scope, cell) + " group by case_number" + having(figure, measure) + ") c";
    return database.read(jdbc -> jdbc.sql(question).params(parameters(scope, cell)).query(Long.class).single());
  }

  private static String having(Figure figure, @Nullable String measure) {
    return figure.measures().stream().filter(each -> each.name().equals(measure)).findFirst()
        .map(each -> " having " + each.aggregate() + " <> 0").orElse("");
  }

  private static String aggregates(Figure figure) {
    return figure.measures().stream().map(measure -> measure.aggregate() + " as " + measure.name())
        .collect(Collectors.joining(", "));
  }

  private static String where(Figure figure, Scope scope, Map<String, String> cell) {
    List<String> conditions = new ArrayList<>();
    cell.keySet().forEach(dimension ->
        conditions.add("cast(f." + dimension + " as varchar(100)) = :cell_" + dimension));
    if (scope.currency() != null) {
      conditions.add("(f.currency = :currency or f.case_number is null)");
    }
    List<String> ofAccount = new ArrayList<>();
    if (scope.product() != null) {
      ofAccount.add("product = :product");
    }
    if (scope.region() != null) {
      ofAccount.add("region = :region");
    }
    if (figure.byAccount()) {
      ofAccount.forEach(condition -> conditions.add("f." + condition));
    } else if (!ofAccount.isEmpty()) {
      // facts without a case count for all products and regions
      conditions.add("coalesce(f.case_number, '') in (select case_number from account_entry where "
          + String.join(" and ", ofAccount) + " union all select '')");
    }
    return conditions.isEmpty() ? "" : " where " + String.join(" and ", conditions);
  }

  private static Map<String, Object> parameters(Scope scope, Map<String, String> cell) {
    Map<String, Object> parameters = new HashMap<>(scope.parameters());
    cell.forEach((dimension, value) -> parameters.put("cell_" + dimension, value));
    return parameters;
  }

  private static Map<String, Object> readCase(ResultSet row, Figure figure) throws SQLException {
    Map<String, Object> values = read(row, figure, List.of("case_number", CURRENCY));
    values.remove("cases");
    for (String column : List.of("stage", "status", "collector")) {
      values.put(column, row.getString(column));
    }
    values.put("process_instance",
        row.getString("status").equals("CLOSED") ? null : row.getString("process_instance_id"));
    return values;
  }

  private static Map<String, Object> read(ResultSet row, Figure figure, List<String> dimensions) throws SQLException {
    Map<String, Object> values = new LinkedHashMap<>();
    for (String dimension : dimensions) {
      values.put(dimension, row.getObject(dimension));
    }
    for (Measure measure : figure.measures()) {
      BigDecimal value = row.getBigDecimal(measure.name());
      values.put(measure.name(), value == null ? null : switch (measure.kind()) {
        case COUNT -> value.longValueExact();
        case MONEY -> Money.inScaleOf(row.getString(CURRENCY), value);
        case COST -> value.setScale(COST_DECIMALS, RoundingMode.UNNECESSARY);
        case DAYS -> value.setScale(1, RoundingMode.HALF_UP);
      });
    }
    return values;
  }
}
