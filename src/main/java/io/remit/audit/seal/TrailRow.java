package io.remit.audit.seal;

import io.remit.files.Sha256;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Locale;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A row of the trail as its seal knows it.
 *
 * @param at when it was added, if the row tells
 * @param text one line of JSON: the id, then each sealed column that is not null, all as strings
 */
record TrailRow(long id, @Nullable Instant at, String text) {

  private static final DateTimeFormatter MICROSECONDS =
      DateTimeFormatter.ofPattern("uuuu-MM-dd'T'HH:mm:ss.SSSSSS'Z'", Locale.ROOT).withZone(ZoneOffset.UTC);
  private static final int FIRST_PRINTABLE = 0x20;

  /** @param row has the table's id, then its sealed columns in their order */
  static TrailRow read(TrailTable table, ResultSet row) throws SQLException {
    long id = row.getLong(1);
    StringBuilder text = new StringBuilder("{\"id\":\"").append(id).append('"');
    Instant at = null;
    for (int i = 0; i < table.sealedColumns().size(); i++) {
      String column = table.sealedColumns().get(i);
      Object value = value(row, i + 2);
      if (value != null) {
        text.append(",\"").append(column).append("\":\"");
        escape(written(value), text);
        text.append('"');
      }
      if (column.equals(table.timeColumn())) {
        at = (Instant) Objects.requireNonNull(value);
      }
    }
    return new TrailRow(id, at, text.append('}').toString());
  }

  /** The SHA-256 of the text in UTF-8. */
  String digest() {
    return Sha256.of(text.getBytes(StandardCharsets.UTF_8));
  }

  /** A moment as it stands in rows and seals: in UTC, with six digits of the second. */
  static String moment(Instant moment) {
    return MICROSECONDS.format(moment);
  }

  private static @Nullable Object value(ResultSet row, int column) throws SQLException {
    return switch (row.getMetaData().getColumnType(column)) {
      case Types.DATE -> row.getObject(column, LocalDate.class);
      case Types.TIMESTAMP, Types.TIMESTAMP_WITH_TIMEZONE -> instant(row.getObject(column, OffsetDateTime.class));
      case Types.NUMERIC, Types.DECIMAL -> row.getBigDecimal(column);
      case Types.BIT, Types.BOOLEAN -> row.getObject(column, Boolean.class);
      default -> row.getString(column);
    };
  }

  private static @Nullable Instant instant(@Nullable OffsetDateTime moment) {
    return moment == null ? null : moment.toInstant();
  }

  private static String written(Object value) {
    if (value instanceof Instant moment) {
      return moment(moment);
    }
    return value instanceof BigDecimal number ? number.toPlainString() : value.toString();
  }

  /** As it stands between quotation marks in JSON. */
  static String escaped(String value) {
    StringBuilder text = new StringBuilder(value.length());
    escape(value, text);
    return text.toString();
  }

  private static void escape(String value, StringBuilder text) {
    for (int i = 0; i < value.length(); i++) {
      char letter = value.charAt(i);
      if (letter == '"' || letter == '\\') {
        text.append('\\').append(letter);
      } else if (letter < FIRST_PRINTABLE) {
        text.append(String.format(Locale.ROOT, "\\u%04x", (int) letter));
      } else {
        text.append(letter);
      }
    }
  }
}
