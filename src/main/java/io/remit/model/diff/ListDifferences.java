package io.remit.model.diff;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import io.remit.model.UnreadableModel;
import io.remit.model.diff.Difference.Kind;
import io.remit.model.diff.Difference.What;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What differs between two lists (CSV with a header), by entry and column. An entry is known by its first columns: as
 * few as tell almost all entries of both lists apart.
 */
final class ListDifferences {

  /** So many entries must be told apart by the columns that name them; others count up. */
  private static final double ALMOST_ALL = 0.95;

  private final Table before;
  private final Table after;
  private final List<Difference> found = new ArrayList<>();

  private record Table(List<String> columns, List<List<String>> rows) {

    String value(List<String> row, String column) {
      int place = columns.indexOf(column);
      return place >= 0 && place < row.size() ? row.get(place) : "";
    }

    /** What the first columns say; with a number behind it from the second entry on that says the same. */
    Map<List<String>, List<String>> byKey(List<String> keys) {
      Map<List<String>, List<String>> entries = new LinkedHashMap<>();
      for (List<String> row : rows) {
        List<String> key = new ArrayList<>(keys.stream().map(column -> value(row, column)).toList());
        for (int again = 2; entries.containsKey(key); again++) {
          key = new ArrayList<>(key.subList(0, keys.size()));
          key.add("(" + again + ")");
        }
        entries.put(key, row);
      }
      return entries;
    }

    /** How many entries the first columns tell apart. */
    long told(List<String> keys) {
      return rows.stream().map(row -> keys.stream().map(column -> value(row, column)).toList()).distinct().count();
    }
  }

  private ListDifferences(Table before, Table after) {
    this.before = before;
    this.after = after;
  }

  /**
   * Compares two lists; nothing but another order, or other spaces and quotes, is one difference.
   *
   * @throws UnreadableModel if one is no CSV
   */
  static List<Difference> between(String before, String after) throws UnreadableModel {
    ListDifferences differences = new ListDifferences(read(before), read(after));
    differences.compare();
    if (differences.found.isEmpty() && !before.equals(after)) {
      return List.of(Difference.of(Kind.FILE, What.CHANGED, "", "").detail("order"));
    }
    return differences.found;
  }

  /** How many entries a list has. */
  static int entries(String list) throws UnreadableModel {
    return read(list).rows().size();
  }

  private static Table read(String text) throws UnreadableModel {
    try (CsvReader<CsvRecord> reader = CsvReader.builder().ofCsvRecord(text)) {
      List<List<String>> rows = reader.stream().map(CsvRecord::getFields).toList();
      return rows.isEmpty() ? new Table(List.of(), List.of()) : new Table(rows.get(0), rows.subList(1, rows.size()));
    } catch (CsvParseException e) {
      throw new UnreadableModel(0, "it is no CSV");
    } catch (IOException e) {
      throw new IllegalStateException(e);
    }
  }

  private void compare() {
    List<String> common = before.columns().stream().filter(after.columns()::contains).distinct().toList();
    before.columns().stream().filter(column -> !common.contains(column))
        .forEach(column -> found.add(Difference.of(Kind.COLUMN, What.REMOVED, "", column)));
    after.columns().stream().filter(column -> !common.contains(column))
        .forEach(column -> found.add(Difference.of(Kind.COLUMN, What.ADDED, "", column)));
    List<String> keys = keys(common);
    Map<List<String>, List<String>> old = before.byKey(keys);
    Map<List<String>, List<String>> now = after.byKey(keys);
    old.forEach((key, row) -> {
      if (!now.containsKey(key)) {
        found.add(entry(key, What.REMOVED).facts(values(before, row, keys)));
      }
    });
    now.forEach((key, row) -> {
      List<String> earlier = old.get(key);
      if (earlier == null) {
        found.add(entry(key, What.ADDED).facts(values(after, row, keys)));
        return;
      }
      for (String column : after.columns()) {
        String value = after.value(row, column);
        if (!value.equals(before.value(earlier, column)) && common.contains(column)) {
          found.add(Difference.of(Kind.VALUE, What.CHANGED, "", String.join(" ", key)).detail(column)
              .values(before.value(earlier, column), value));
        }
      }
    });
  }

  private List<String> keys(List<String> common) {
    for (int i = 1; i < common.size(); i++) {
      List<String> keys = common.subList(0, i);
      if (tell(before, keys, common) && tell(after, keys, common)) {
        return keys;
      }
    }
    return common;
  }

  private static boolean tell(Table table, List<String> keys, List<String> all) {
    return table.told(keys) >= ALMOST_ALL * table.told(all);
  }

  private static Difference entry(List<String> key, What what) {
    return Difference.of(Kind.ENTRY, what, "", String.join(" ", key).strip());
  }

  private static Map<String, String> values(Table table, List<String> row, List<String> keys) {
    Map<String, String> values = new LinkedHashMap<>();
    table.columns().stream().filter(column -> !keys.contains(column))
        .forEach(column -> Details.add(values, column, table.value(row, column)));
    return values;
  }
}
