package io.remit.dataset;

import io.remit.cases.Bucket;
import io.remit.dataset.KeyedPseudonyms.Kind;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.jspecify.annotations.Nullable;

/**
 * A column of an exported table.
 *
 * @param required whether it always has a value
 */
record ExportedColumn(String name, ColumnType type, boolean required, Source source) {

  /** Where its value comes from. */
  @FunctionalInterface
  interface Source {

    /** In the form in which the column's type reads it. */
    @Nullable Object read(ResultSet row, KeyedPseudonyms pseudonyms) throws SQLException;
  }

  /** As it is in the database, under the same name. */
  static ExportedColumn plain(String name, ColumnType type) {
    return new ExportedColumn(name, type, true, (row, pseudonyms) -> type.read(row, name));
  }

  /** A name in place of a number. */
  static ExportedColumn pseudonym(String name, Kind kind, String column) {
    return new ExportedColumn(name, ColumnType.TEXT, true,
        (row, pseudonyms) -> pseudonyms.nameOf(kind, row.getString(column)));
  }

  /** The label of a bucket's number. */
  static ExportedColumn bucket() {
    return new ExportedColumn("bucket", ColumnType.TEXT, true,
        (row, pseudonyms) -> Bucket.values()[row.getInt("bucket")].label());
  }

  /** The same, where there may be no value. */
  ExportedColumn orNull() {
    return new ExportedColumn(name, type, false, source);
  }
}
