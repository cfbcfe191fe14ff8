package io.remit.model.diff;

import io.remit.model.ModelPart;
import io.remit.model.diff.DecisionTable.Column;
import io.remit.model.diff.DecisionTable.Row;
import io.remit.model.diff.Difference.Kind;
import io.remit.model.diff.Difference.What;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What differs between two decision tables, by row and cell. */
final class TableDifferences {

  /** Rows of other ids are the same row if at least this part of what is written in them is equal. */
  private static final double ALIKE = 0.5;

  private final DecisionTable before;
  private final DecisionTable after;
  /** The place of a column in the table before, by its place in the table after. */
  private final Map<Integer, Integer> columns = new LinkedHashMap<>();
  /** The place of a row in the table before, by its place in the table after. */
  private final Map<Integer, Integer> rows = new LinkedHashMap<>();
  private final List<Difference> found = new ArrayList<>();

  private TableDifferences(DecisionTable before, DecisionTable after) {
    this.before = before;
    this.after = after;
  }

  /** Compares the decisions of two files; one alone is the same decision whatever its id. */
  static List<Difference> between(@Nullable ModelPart before, @Nullable ModelPart after) {
    Map<String, DecisionTable> old = new LinkedHashMap<>();
    Map<String, DecisionTable> now = new LinkedHashMap<>();
    List<Difference> found = new ArrayList<>();
    if (before != null) {
      old.putAll(DecisionTable.allIn(before));
    }
    if (after != null) {
      now.putAll(DecisionTable.allIn(after));
    }
    if (old.size() == 1 && now.size() == 1) {
      found.addAll(compare(old.values().iterator().next(), now.values().iterator().next()));
    } else {
      for (DecisionTable each : old.values()) {
        DecisionTable same = now.remove(each.id());
        if (same == null) {
          found.add(Difference.of(Kind.DECISION, What.REMOVED, each.id(), each.name()));
        } else {
          found.addAll(compare(each, same));
        }
      }
      for (DecisionTable each : now.values()) {
        found.add(Difference.of(Kind.DECISION, What.ADDED, each.id(), each.name()).facts(each.details()));
        found.addAll(rowsOf(each));
      }
    }
    found.addAll(Details.compare(Difference.of(Kind.DECISION, What.CHANGED, "", ""),
        before == null ? Map.of() : DecisionTable.restOf(before),
        after == null ? Map.of() : DecisionTable.restOf(after)));
    return found;
  }

  private static List<Difference> rowsOf(DecisionTable table) {
    TableDifferences differences = new TableDifferences(table, table);
    for (int i = 0; i < table.rows().size(); i++) {
      differences.found.add(differences.whole(table, i, What.ADDED));
    }
    return differences.found;
  }

  private static List<Difference> compare(DecisionTable before, DecisionTable after) {
    TableDifferences differences = new TableDifferences(before, after);
    differences.compareDecision();
    differences.compareColumns();
    differences.matchRows();
    differences.compareRows();
    return differences.found;
  }

  private void compareDecision() {
    Difference subject = Difference.of(Kind.DECISION, What.CHANGED, after.id(), after.name());
    if (!before.id().equals(after.id())) {
      found.add(subject.detail("id").values(before.id(), after.id()));
    }
    if (!before.name().equals(after.name())) {
      found.add(subject.detail("name").values(before.name(), after.name()));
    }
    found.addAll(Details.compare(subject, before.details(), after.details()));
  }

  private void compareColumns() {
    match(before.columns().stream().map(Column::key).toList(), after.columns().stream().map(Column::key).toList(),
        columns);
    match(before.columns().stream().map(column -> column.input() + column.id()).toList(),
        after.columns().stream().map(column -> column.input() + column.id()).toList(), columns);
    for (int i = 0; i < before.columns().size(); i++) {
      if (!columns.containsValue(i)) {
        found.add(column(before.columns().get(i), What.REMOVED));
      }
    }
    for (int i = 0; i < after.columns().size(); i++) {
      Column now = after.columns().get(i);
      if (!columns.containsKey(i)) {
        found.add(column(now, What.ADDED).facts(now.details()));
        continue;
      }
      Column old = before.columns().get(columns.get(i));
      if (!old.label().equals(now.label())) {
        found.add(column(now, What.RENAMED).values(old.label(), now.label()));
      }
      found.addAll(Details.compare(column(now, What.CHANGED), old.details(), now.details()));
    }
    List<Integer> places = columns.keySet().stream().sorted().map(columns::get).toList();
    for (int moved : Alignment.moved(places)) {
      found.add(column(before.columns().get(moved), What.MOVED));
    }
  }

  private static Difference column(Column column, What what) {
    return Difference.of(Kind.COLUMN, what, column.id(), column.label())
        .where("type", column.input() ? "input" : "output");
  }

  private void matchRows() {
    match(before.rows().stream().map(Row::id).toList(), after.rows().stream().map(Row::id).toList(), rows);
    match(before.rows().stream().map(row -> seen(row, true)).toList(),
        after.rows().stream().map(row -> seen(row, false)).toList(), rows);
    Set<Integer> taken = new HashSet<>(rows.values());
    for (int i = 0; i < after.rows().size(); i++) {
      if (!rows.containsKey(i)) {
        int best = -1;
        double bestLikeness = 0;
        for (int j = 0; j < before.rows().size(); j++) {
          double likeness = taken.contains(j) ? 0 : likeness(before.rows().get(j), after.rows().get(i));
          if (likeness >= ALIKE && likeness > bestLikeness) {
            best = j;
            bestLikeness = likeness;
          }
        }
        if (best >= 0) {
          rows.put(i, best);
          taken.add(best);
        }
      }
    }
  }

  /** A row as far as both tables have its columns. */
  private String seen(Row row, boolean old) {
    return columns.entrySet().stream().map(pair -> row.cell(old ? pair.getValue() : pair.getKey()))
        .collect(Collectors.joining("\n"));
  }

  private double likeness(Row old, Row now) {
    int written = 0;
    int equal = 0;
    for (Map.Entry<Integer, Integer> pair : columns.entrySet()) {
      String first = old.cell(pair.getValue());
      String second = now.cell(pair.getKey());
      if (!first.isEmpty() || !second.isEmpty()) {
        written++;
        equal += first.equals(second) ? 1 : 0;
      }
    }
    return written == 0 ? 0 : (double) equal / written;
  }

  /** Pairs equal keys that have no partner yet, in their order. */
  private static void match(List<String> old, List<String> now, Map<Integer, Integer> pairs) {
    Map<String, List<Integer>> free = new HashMap<>();
    for (int i = 0; i < old.size(); i++) {
      if (!pairs.containsValue(i) && !old.get(i).isEmpty()) {
        free.computeIfAbsent(old.get(i), key -> new ArrayList<>()).add(i);
      }
    }
    for (int i = 0; i < now.size(); i++) {
      List<Integer> places = free.getOrDefault(now.get(i), new ArrayList<>());
      if (!pairs.containsKey(i) && !places.isEmpty()) {
        pairs.put(i, places.remove(0));
      }
    }
  }

  private void compareRows() {
    for (int i = 0; i < before.rows().size(); i++) {
      if (!rows.containsValue(i)) {
        found.add(whole(before, i, What.REMOVED));
      }
    }
    List<Integer> places = rows.keySet().stream().sorted().map(rows::get).toList();
    List<Integer> moved = Alignment.moved(places);
    for (int i = 0; i < after.rows().size(); i++) {
      Integer old = rows.get(i);
      if (old == null) {
        found.add(whole(after, i, What.ADDED));
      } else {
        if (after.isReadInOrder() && moved.contains(old)) {
          found.add(row(after, i, What.MOVED).values(String.valueOf(old + 1), String.valueOf(i + 1)));
        }
        compareRow(old, i);
      }
    }
    count("rows", after.isReadInOrder() ? 0 : moved.size());
    count("ids", rows.entrySet().stream().filter(
        pair -> !after.rows().get(pair.getKey()).id().equals(before.rows().get(pair.getValue()).id())).count());
  }

  private void count(String what, long number) {
    if (number > 0) {
      found.add(Difference.of(Kind.PICTURE, What.MOVED, "", "").detail(what)
          .values("", String.valueOf(number)));
    }
  }

  private void compareRow(int oldPlace, int place) {
    Row old = before.rows().get(oldPlace);
    Row now = after.rows().get(place);
    Map<String, String> conditions = new LinkedHashMap<>();
    List<Difference> cells = new ArrayList<>();
    String note = old.note().equals(now.note()) ? now.note() : "";
    for (int i = 0; i < after.columns().size(); i++) {
      Column column = after.columns().get(i);
      String value = now.cell(i);
      String earlier = columns.containsKey(i) ? old.cell(columns.get(i)) : "";
      if (!value.equals(earlier)) {
        cells.add(Difference.of(Kind.CELL, What.CHANGED, now.id(), note).where("row", String.valueOf(place + 1))
            .where("type", column.input() ? "input" : "output").detail(column.label()).values(earlier, value));
      } else if (column.input() && !value.isEmpty()) {
        conditions.put(column.label(), value);
      }
    }
    if (!old.note().equals(now.note())) {
      cells.add(Difference.of(Kind.ROW, What.CHANGED, now.id(), "").where("row", String.valueOf(place + 1))
          .detail("note").values(old.note(), now.note()));
    }
    String answer = conditions.isEmpty() ? firstAnswer(oldPlace, place) : "";
    cells.forEach(cell -> found.add(cell.facts(conditions).where("answer", answer)));
  }

  /** By which people know a row that has no condition that stayed. */
  private String firstAnswer(int oldPlace, int place) {
    for (int i = 0; i < after.columns().size(); i++) {
      Column column = after.columns().get(i);
      String value = after.rows().get(place).cell(i);
      if (!column.input() && !value.isEmpty() && columns.containsKey(i)
          && before.rows().get(oldPlace).cell(columns.get(i)).equals(value)) {
        return column.label() + ": " + CellWords.plain(value);
      }
    }
    return "";
  }

  /** A row that is new or gone, with what it asks and what it answers. */
  private Difference whole(DecisionTable table, int place, What what) {
    String answer = outputs(table, table.rows().get(place));
    return row(table, place, what).values(what == What.REMOVED ? answer : "", what == What.REMOVED ? "" : answer);
  }

  private static Difference row(DecisionTable table, int place, What what) {
    Row row = table.rows().get(place);
    Map<String, String> conditions = new LinkedHashMap<>();
    for (int i = 0; i < table.columns().size(); i++) {
      if (table.columns().get(i).input() && !row.cell(i).isEmpty()) {
        conditions.put(table.columns().get(i).label(), row.cell(i));
      }
    }
    return Difference.of(Kind.ROW, what, row.id(), row.note()).where("row", String.valueOf(place + 1))
        .facts(conditions);
  }

  private static String outputs(DecisionTable table, Row row) {
    List<String> answers = new ArrayList<>();
    for (int i = 0; i < table.columns().size(); i++) {
      if (!table.columns().get(i).input() && !row.cell(i).isEmpty()) {
        answers.add(table.columns().get(i).label() + ": " + CellWords.plain(row.cell(i)));
      }
    }
    return String.join("; ", answers);
  }
}
