package io.remit.sql;

import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Predicate;

/**
 * Rows that are added to a table whose keys nobody needs to be told, or changes of its rows. With {@link CommonFacts}
 * they are written together, in their order, before a statement names the table or the column, or else at the end of
 * the work; without, each at once. Rows that others may refer to are there before anything else is written.
 *
 * @param <R> a row
 */
public final class CollectedRows<R> {

  private final String written;
  private final boolean referredTo;
  private final Set<String> refersTo;
  private final Predicate<Question<?, ?>> changesAnswers;
  private final Consumer<List<R>> insert;

  private CollectedRows(String written, boolean referredTo, Set<String> refersTo,
      Predicate<Question<?, ?>> changesAnswers, Consumer<List<R>> insert) {
    this.written = written;
    this.referredTo = referredTo;
    this.refersTo = refersTo;
    this.changesAnswers = changesAnswers;
    this.insert = insert;
  }

  /**
   * Rows that none refers to by a foreign key.
   *
   * @param written the table; or the column, where every statement that reads it calls it by its name
   * @param insert adds rows with one statement
   */
  public static <R> CollectedRows<R> of(String written, Consumer<List<R>> insert) {
    return new CollectedRows<>(written, false, Set.of(), question -> question.speaksOf(written), insert);
  }

  /**
   * Changes of rows, which may be collected themselves and are written before then.
   *
   * @param sql the plain update of a table
   * @param change changes rows with it, in one statement
   */
  public static <R> CollectedRows<R> changes(String sql, Consumer<List<R>> change) {
    StatementText text = StatementText.of(sql);
    String table = text.written().iterator().next();
    return new CollectedRows<>(table, false, Set.of(table), question -> question.hearsOf(text), change);
  }

  /**
   * Rows that others refer to.
   *
   * @param refersTo the tables whose collected rows they refer to themselves
   * @param insert adds rows with one statement that names no other table
   */
  public static <R> CollectedRows<R> referredTo(String table, Set<String> refersTo, Consumer<List<R>> insert) {
    return new CollectedRows<>(table, true, refersTo, question -> question.speaksOf(table), insert);
  }

  public void add(R row) {
    CommonFacts facts = CommonFacts.current();
    if (facts == null) {
      insert.accept(List.of(row));
    } else {
      facts.collect(this, row);
    }
  }

  String written() {
    return written;
  }

  /** Whether answers to a question may be others after a row was collected. */
  boolean changesAnswersTo(Question<?, ?> question) {
    return changesAnswers.test(question);
  }

  boolean areReferredTo() {
    return referredTo;
  }

  boolean referTo(CollectedRows<?> others) {
    return refersTo.contains(others.written);
  }

  /** @param rows as they were given to {@link #add} */
  @SuppressWarnings("unchecked")
  void insert(List<Object> rows) {
    insert.accept((List<R>) rows);
  }
}
