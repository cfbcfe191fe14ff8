package io.remit.sql;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;

/**
 * Moments in SQL. The tables keep them as {@code timestamp with time zone}, which JDBC takes and gives on every
 * database as a time with its offset. (The engine's tables keep theirs without a zone: not for these methods.)
 */
public final class Moments {

  private Moments() {
  }

  /** A moment as a parameter of a statement, at UTC; null stays null. */
  public static OffsetDateTime utc(Instant moment) {
    return moment == null ? null : moment.atOffset(ZoneOffset.UTC);
  }

  /** The moment in a column of a row; null where the column is null. */
  public static Instant instant(ResultSet row, String column) throws SQLException {
    OffsetDateTime moment = row.getObject(column, OffsetDateTime.class);
    return moment == null ? null : moment.toInstant();
  }
}
