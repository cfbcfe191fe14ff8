package io.remit.audit.seal;

import java.util.Arrays;
import java.util.Optional;

/** Which rows are removed when they are too old. The SQL takes {@code :first}, {@code :last} and {@code :before}. */
enum RetentionRule {
  /** All that were added before. */
  AUDIT_EVENT(TrailTable.AUDIT_EVENT, "at < :before"),
  /** All that were added before. */
  AUDIT_ANSWER(TrailTable.AUDIT_ANSWER, "at < :before"),
  /** All that were added before. */
  AUDIT_REPEAT(TrailTable.AUDIT_REPEAT, "at < :before"),
  /** Those of users who were deleted before. */
  USER_CHANGE(TrailTable.USER_CHANGE, """
      exists (select 1 from user_change ended where ended.user_id = user_change.user_id and ended.what = 'DELETED'
               and ended.at < :before and ended.change_id >= user_change.change_id)""");

  private final TrailTable table;
  private final String condition;

  RetentionRule(TrailTable table, String condition) {
    this.table = table;
    this.condition = condition;
  }

  TrailTable table() {
    return table;
  }

  /** The rule of a table; empty if all its rows are kept. */
  static Optional<RetentionRule> of(TrailTable table) {
    return Arrays.stream(values()).filter(rule -> rule.table == table).findFirst();
  }

  /** Whether rows are removed by seals, as soon as all of one are too old; else each by itself. */
  boolean isOfWholeSeals() {
    return this != USER_CHANGE;
  }

  /** The ids of all rows that are too old; takes {@code :before} alone. */
  String ids() {
    return "select " + table.idColumn() + " from " + table.tableName() + " where " + condition;
  }

  String delete() {
    return "delete from " + table.tableName() + " where " + table.idColumn() + " between :first and :last and "
        + condition;
  }
}
