package io.remit.sql;

import java.util.List;
import java.util.function.Consumer;

/**
 * Rows that are only ever added to a table, and that none refers to. With {@link CommonFacts} they are added together,
 * in their order, before a statement names the table, or else at the end of the work; without, each at once.
 *
 * @param <R> a row
 */
public final class CollectedRows<R> {

  private final String table;
  private final Consumer<List<R>> insert;

  /** @param insert adds rows with one statement */
  public CollectedRows(String table, Consumer<List<R>> insert) {
    this.table = table;
    this.insert = insert;
  }

  public void add(R row) {
    CommonFacts facts = CommonFacts.current();
    if (facts == null) {
      insert.accept(List.of(row));
    } else {
      facts.collect(this, row);
    }
  }

  String table() {
    return table;
  }

  /** @param rows as they were given to {@link #add} */
  @SuppressWarnings("unchecked")
  void insert(List<Object> rows) {
    insert.accept((List<R>) rows);
  }
}
