package io.remit.model.table;

import io.remit.model.table.Cell.Fit;
import io.remit.model.table.Table.Column;
import io.remit.model.table.Table.HitPolicy;
import io.remit.model.table.Table.Kind;
import io.remit.model.table.Table.Row;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Asks a table in which everything is plain which row answers, as the engine would, without one: the first use of an
 * engine takes longer than all questions. Whatever only the engine can tell is left to it.
 */
public final class PlainTable {

  private static final Pattern NAME = Pattern.compile("[A-Za-z][A-Za-z0-9]*");

  private final Table table;
  private final List<List<Cell>> cells;

  private PlainTable(Table table, List<List<Cell>> cells) {
    this.table = table;
    this.cells = cells;
  }

  /** The table, if each of its rows has a plain cell for each input, and at most one row answers. */
  public static Optional<PlainTable> of(Table table) {
    int width = table.inputs().size();
    boolean plain = (table.hitPolicy() == HitPolicy.FIRST || table.hitPolicy() == HitPolicy.UNIQUE)
        && table.inputs().stream().allMatch(column -> NAME.matcher(column.fact()).matches())
        && table.rows().stream().allMatch(row -> row.when().size() == width);
    if (!plain) {
      return Optional.empty();
    }
    List<List<Cell>> cells = new ArrayList<>();
    for (Row row : table.rows()) {
      List<Cell> read = new ArrayList<>();
      for (int i = 0; i < width; i++) {
        read.add(Cell.of(row.when().get(i), table.inputs().get(i).kind()));
      }
      cells.add(read);
    }
    return cells.stream().flatMap(List::stream).anyMatch(cell -> cell.isOpaque() || cell.unreadable() != null)
        ? Optional.empty() : Optional.of(new PlainTable(table, cells));
  }

  /**
   * The rows that answer: one, or none.
   *
   * @return empty if only the engine can tell
   */
  public Optional<List<Row>> answersTo(Map<String, ?> facts) {
    List<Object> values = new ArrayList<>();
    for (Column column : table.inputs()) {
      Object value = valueOf(facts.get(column.fact()), column.kind());
      if (value == null) {
        return Optional.empty();
      }
      values.add(value);
    }
    List<Row> fitting = new ArrayList<>();
    for (int row = 0; row < cells.size(); row++) {
      Fit fit = fit(cells.get(row), values);
      if (fit == Fit.PERHAPS) {
        return Optional.empty();
      }
      if (fit == Fit.YES) {
        fitting.add(table.rows().get(row));
      }
    }
    return table.hitPolicy() == HitPolicy.FIRST ? Optional.of(fitting.stream().limit(1).toList())
        : fitting.size() > 1 ? Optional.empty() : Optional.of(fitting);
  }

  private static Fit fit(List<Cell> cells, List<Object> values) {
    Fit all = Fit.YES;
    for (int i = 0; i < cells.size() && all != Fit.NO; i++) {
      Fit fit = cells.get(i).fits(values.get(i));
      all = fit == Fit.YES ? all : fit;
    }
    return all;
  }

  /** A fact as cells compare it; null if it is missing, or is not of the kind that its column says. */
  private static @Nullable Object valueOf(@Nullable Object fact, Kind kind) {
    return switch (kind) {
      case WHOLE_NUMBER -> fact instanceof Integer whole ? BigDecimal.valueOf(whole) : null;
      case NUMBER -> fact instanceof Double number ? BigDecimal.valueOf(number) : null;
      case TEXT -> fact instanceof String ? fact : null;
      case TRUTH -> fact instanceof Boolean ? fact : null;
      case OTHER -> null;
    };
  }
}
