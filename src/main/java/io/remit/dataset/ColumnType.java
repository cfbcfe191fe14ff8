package io.remit.dataset;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import org.apache.parquet.io.api.Binary;
import org.apache.parquet.io.api.RecordConsumer;
import org.apache.parquet.schema.LogicalTypeAnnotation;
import org.apache.parquet.schema.LogicalTypeAnnotation.TimeUnit;
import org.apache.parquet.schema.PrimitiveType;
import org.apache.parquet.schema.PrimitiveType.PrimitiveTypeName;
import org.apache.parquet.schema.Type.Repetition;
import org.apache.parquet.schema.Types;
import org.jspecify.annotations.Nullable;

/** What a column has: how it is read from the database, declared in the file, and written there. */
enum ColumnType {

  /** Read as a string. */
  TEXT(PrimitiveTypeName.BINARY, 0, LogicalTypeAnnotation.stringType()) {
    @Override
    @Nullable String read(ResultSet row, String column) throws SQLException {
      return row.getString(column);
    }

    @Override
    void write(RecordConsumer file, Object value) {
      file.addBinary(Binary.fromString((String) value));
    }
  },

  /** Read as the days since 1970. */
  DATE(PrimitiveTypeName.INT32, 0, LogicalTypeAnnotation.dateType()) {
    @Override
    @Nullable Integer read(ResultSet row, String column) throws SQLException {
      LocalDate day = row.getObject(column, LocalDate.class);
      return day == null ? null : Math.toIntExact(day.toEpochDay());
    }

    @Override
    void write(RecordConsumer file, Object value) {
      file.addInteger((Integer) value);
    }
  },

  /** Read as the microseconds since 1970, which are the same in every time zone. */
  MOMENT(PrimitiveTypeName.INT64, 0, LogicalTypeAnnotation.timestampType(true, TimeUnit.MICROS)) {
    @Override
    @Nullable Long read(ResultSet row, String column) throws SQLException {
      OffsetDateTime moment = row.getObject(column, OffsetDateTime.class);
      return moment == null ? null : ChronoUnit.MICROS.between(Instant.EPOCH, moment.toInstant());
    }

    @Override
    void write(RecordConsumer file, Object value) {
      file.addLong((Long) value);
    }
  },

  /** Read as a number with four decimals, as many as the ledger keeps of any currency. */
  MONEY(PrimitiveTypeName.FIXED_LEN_BYTE_ARRAY, 9, LogicalTypeAnnotation.decimalType(4, 19)) {
    @Override
    @Nullable BigDecimal read(ResultSet row, String column) throws SQLException {
      BigDecimal amount = row.getBigDecimal(column);
      return amount == null ? null : amount.setScale(4, RoundingMode.UNNECESSARY);
    }

    @Override
    void write(RecordConsumer file, Object value) {
      byte[] digits = ((BigDecimal) value).unscaledValue().toByteArray();
      byte[] field = new byte[9];
      if (digits[0] < 0) {
        Arrays.fill(field, (byte) -1);
      }
      System.arraycopy(digits, 0, field, field.length - digits.length, digits.length);
      file.addBinary(Binary.fromConstantByteArray(field));
    }
  },

  /** Read as a boolean. */
  FLAG(PrimitiveTypeName.BOOLEAN, 0, null) {
    @Override
    @Nullable Boolean read(ResultSet row, String column) throws SQLException {
      boolean flag = row.getBoolean(column);
      return row.wasNull() ? null : flag;
    }

    @Override
    void write(RecordConsumer file, Object value) {
      file.addBoolean((Boolean) value);
    }
  };

  private final PrimitiveTypeName stored;
  private final int length;
  private final @Nullable LogicalTypeAnnotation meaning;

  ColumnType(PrimitiveTypeName stored, int length, @Nullable LogicalTypeAnnotation meaning) {
    this.stored = stored;
    this.length = length;
    this.meaning = meaning;
  }

  /** Null where the column is. */
  abstract @Nullable Object read(ResultSet row, String column) throws SQLException;

  /** @param value as {@link #read} gave it */
  abstract void write(RecordConsumer file, Object value);

  PrimitiveType declared(String name, boolean required) {
    Types.PrimitiveBuilder<PrimitiveType> type =
        Types.primitive(stored, required ? Repetition.REQUIRED : Repetition.OPTIONAL);
    if (length > 0) {
      type = type.length(length);
    }
    return (meaning == null ? type : type.as(meaning)).named(name);
  }
}
