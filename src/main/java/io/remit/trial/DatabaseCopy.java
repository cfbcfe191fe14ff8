package io.remit.trial;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.ResultSetMetaData;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Types;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.LocalTime;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Copies all rows of one moment of a running database into databases that have the same tables and no rows. It only
 * reads there, in one transaction that may not write. What it writes tells nothing of anybody: {@link CopiedColumns}.
 */
public final class DatabaseCopy {

  private static final int AT_ONCE = 500;

  private final CopiedColumns columns = new CopiedColumns();
  private final Connection running;
  private final List<ScratchDatabase> copies;
  private final int openCases;

  /**
   * @param running the database to be read, opened for this copy alone
   * @param copies with the tables of this version
   * @param openCases how many of them are to live there at least, with all that belongs to them; or {@link Draw#ALL}
   */
  public DatabaseCopy(Connection running, List<ScratchDatabase> copies, int openCases) {
    this.running = running;
    this.copies = copies;
    this.openCases = openCases;
  }

  /**
   * What was copied.
   *
   * @param draw whose cases
   */
  public record Copied(long rows, Draw draw) {
  }

  /** A column of a copied table; the types are those of {@link Types}. */
  private record Column(String name, int type, boolean nullable) {
  }

  /**
   * Copies.
   *
   * @throws OtherVersionException if the running database has tables of another version of Remit
   */
  public Copied copy() throws SQLException {
    RunningDatabase.readAtOneMoment(running);
    Map<String, List<Column>> there = tables(running);
    List<Connection> opened = new ArrayList<>();
    try {
      for (ScratchDatabase copy : copies) {
        Connection connection = copy.open();
        opened.add(connection);
        requireTheSameVersion(running, connection);
      }
      Map<String, List<Column>> tables = tables(opened.get(0));
      tables.keySet().removeIf(table -> !CopiedColumns.isCopied(table) || !there.containsKey(table));
      tables.replaceAll((table, here) -> common(here, there.getOrDefault(table, List.of())));
      Draw draw = Draw.from(running, openCases);
      LeftBehind left = new LeftBehind(draw.leftBehind(), opened.get(0), names(tables));
      for (Connection connection : opened) {
        connection.setAutoCommit(false);
        removeReferences(connection);
      }
      long rows = 0;
      List<String> filled = new ArrayList<>();
      for (String table : left.ordered(tables.keySet())) {
        left.begin(table, running);
        long copied = copy(table, tables.getOrDefault(table, List.of()), left, opened);
        rows += copied;
        if (copied > 0) {
          filled.add(table);
        }
      }
      for (Connection copy : opened) {
        goOnCounting(copy);
        copy.commit();
        analyze(copy, filled);
      }
      return new Copied(rows, draw);
    } finally {
      for (Connection connection : opened) {
        connection.close();
      }
      running.rollback();
    }
  }

  private static Map<String, List<String>> names(Map<String, List<Column>> tables) {
    return tables.entrySet().stream().collect(Collectors.toMap(Map.Entry::getKey,
        table -> table.getValue().stream().map(Column::name).toList()));
  }

  private static List<Column> common(List<Column> here, List<Column> there) {
    Set<String> known = there.stream().map(Column::name).collect(Collectors.toSet());
    return here.stream().filter(column -> known.contains(column.name())).toList();
  }

  private long copy(String table, List<Column> all, LeftBehind left, List<Connection> targets) throws SQLException {
    List<UnaryOperator<String>> words = all.stream().map(column -> columns.of(table, column.name())).toList();
    String names = all.stream().map(column -> quoted(column.name())).collect(Collectors.joining(", "));
    String insert = "insert into " + quoted(table) + " (" + names + ") overriding system value values ("
        + all.stream().map(column -> "?").collect(Collectors.joining(", ")) + ")";
    List<PreparedStatement> inserts = new ArrayList<>();
    long count = 0;
    try (Statement read = running.createStatement()) {
      for (Connection target : targets) {
        try (Statement empty = target.createStatement()) {
          empty.execute(cased(target, "delete from " + quoted(table)));
        }
        inserts.add(target.prepareStatement(cased(target, insert)));
      }
      read.setFetchSize(AT_ONCE);
      try (ResultSet rows = read.executeQuery(cased(running, "select " + names + " from " + quoted(table)))) {
        ResultSetMetaData types = rows.getMetaData();
        while (rows.next()) {
          if (left.has(table, rows)) {
            continue;
          }
          for (int i = 0; i < all.size(); i++) {
            Object value = value(rows, types, i + 1, table, all.get(i), words.get(i));
            for (PreparedStatement each : inserts) {
              set(each, i + 1, value);
            }
          }
          count++;
          for (PreparedStatement each : inserts) {
            each.addBatch();
            if (count % AT_ONCE == 0) {
              each.executeBatch();
            }
          }
        }
      }
      for (PreparedStatement each : inserts) {
        each.executeBatch();
      }
    } finally {
      for (PreparedStatement each : inserts) {
        each.close();
      }
    }
    return count;
  }

  private static @Nullable Object value(ResultSet rows, ResultSetMetaData types, int index, String table,
      Column column, UnaryOperator<String> words) throws SQLException {
    return switch (types.getColumnType(index)) {
      case Types.TIMESTAMP_WITH_TIMEZONE -> rows.getObject(index, OffsetDateTime.class);
      case Types.TIMESTAMP -> types.getColumnTypeName(index).equals("timestamptz")
          ? rows.getObject(index, OffsetDateTime.class) : rows.getObject(index, LocalDateTime.class);
      case Types.DATE -> rows.getObject(index, LocalDate.class);
      case Types.TIME -> rows.getObject(index, LocalTime.class);
      case Types.BINARY, Types.VARBINARY, Types.LONGVARBINARY, Types.BLOB -> rows.getBytes(index);
      case Types.CHAR, Types.VARCHAR, Types.LONGVARCHAR, Types.CLOB, Types.NCHAR, Types.NVARCHAR ->
          written(rows.getString(index), column, words);
      case Types.NUMERIC, Types.DECIMAL, Types.DOUBLE, Types.REAL -> {
        BigDecimal number = rows.getBigDecimal(index);
        yield number != null && CopiedColumns.isPlace(table, column.name())
            ? number.setScale(2, RoundingMode.HALF_UP) : number;
      }
      default -> rows.getObject(index);
    };
  }

  /** Null in place of an empty text where there may be none. */
  private static @Nullable String written(@Nullable String clear, Column column, UnaryOperator<String> words) {
    if (clear == null) {
      return null;
    }
    String written = words.apply(clear);
    return written.isEmpty() && !clear.isEmpty() && column.nullable() ? null : written;
  }

  private static void set(PreparedStatement insert, int index, @Nullable Object value) throws SQLException {
    if (value == null) {
      insert.setNull(index, Types.NULL);
    } else if (value instanceof byte[] bytes) {
      insert.setBytes(index, bytes);
    } else {
      insert.setObject(index, value);
    }
  }

  private static void requireTheSameVersion(Connection running, Connection copy) throws SQLException {
    String here = version(copy);
    String there = version(running);
    if (!here.equals(there)) {
      throw new OtherVersionException("The running database has the tables of another version of Remit (migration "
          + there + "), this one has " + here);
    }
  }

  private static String version(Connection database) throws SQLException {
    if (!tables(database).containsKey("flyway_schema_history")) {
      return "none";
    }
    try (Statement statement = database.createStatement();
        ResultSet versions = statement.executeQuery("select \"version\" from \"flyway_schema_history\"")) {
      List<Integer> all = new ArrayList<>();
      while (versions.next()) {
        String version = versions.getString(1);
        if (version != null && version.matches("[0-9]{1,6}")) {
          all.add(Integer.valueOf(version));
        }
      }
      return all.stream().max(Integer::compare).map(String::valueOf).orElse("none");
    }
  }

  /** Rows come in no order that references would ask for; in a copy nobody needs them. */
  private static void removeReferences(Connection copy) throws SQLException {
    DatabaseMetaData about = copy.getMetaData();
    try (Statement statement = copy.createStatement()) {
      for (String table : tables(copy).keySet()) {
        Map<String, List<String>> references = new HashMap<>();
        try (ResultSet keys = about.getImportedKeys(copy.getCatalog(), copy.getSchema(), cased(copy, table))) {
          while (keys.next()) {
            references.computeIfAbsent(keys.getString("FK_NAME"), each -> new ArrayList<>())
                .add("\"" + keys.getString("FKCOLUMN_NAME") + "\"");
          }
        }
        String its = cased(copy, quoted(table));
        for (String name : references.keySet()) {
          statement.execute("alter table " + its + " drop constraint \"" + name + "\"");
        }
        if (!RunningDatabase.isPostgres(copy)) {
          // a reference of H2 takes its index along, by which the engine finds what belongs to a process
          for (List<String> columns : new HashSet<>(references.values())) {
            statement.execute("create index on " + its + " (" + String.join(", ", columns) + ")");
          }
        }
      }
    }
  }

  /** Numbers that the database gives go on behind the last one. */
  private static void goOnCounting(Connection copy) throws SQLException {
    Map<String, String> counted = new LinkedHashMap<>();
    try (Statement statement = copy.createStatement();
        ResultSet rows = statement.executeQuery("select lower(table_name), lower(column_name)"
            + " from information_schema.columns where is_identity = 'YES' and table_schema = current_schema")) {
      while (rows.next()) {
        counted.put(rows.getString(1), rows.getString(2));
      }
    }
    try (Statement statement = copy.createStatement()) {
      for (Map.Entry<String, String> each : counted.entrySet()) {
        long next;
        try (ResultSet last = statement.executeQuery(cased(copy, "select coalesce(max(" + quoted(each.getValue())
            + "), 0) + 1 from " + quoted(each.getKey())))) {
          last.next();
          next = last.getLong(1);
        }
        statement.execute(cased(copy, "alter table " + quoted(each.getKey()) + " alter column "
            + quoted(each.getValue())) + " restart with " + next);
      }
    }
  }

  /** Without statistics of the new rows a database reads whole tables. */
  private static void analyze(Connection copy, List<String> filled) throws SQLException {
    copy.setAutoCommit(true);
    try (Statement statement = copy.createStatement()) {
      for (String table : filled) {
        statement.execute(cased(copy,
            (RunningDatabase.isPostgres(copy) ? "analyze " : "analyze table ") + quoted(table)));
      }
    }
  }

  /** The tables of the schema that is current, by their names in lower case, and their columns. */
  private static Map<String, List<Column>> tables(Connection database) throws SQLException {
    DatabaseMetaData about = database.getMetaData();
    Map<String, List<Column>> tables = new TreeMap<>();
    try (ResultSet found = about.getTables(database.getCatalog(), database.getSchema(), "%",
        new String[] {"TABLE", "BASE TABLE"})) {
      while (found.next()) {
        tables.put(found.getString("TABLE_NAME").toLowerCase(Locale.ROOT), new ArrayList<>());
      }
    }
    try (ResultSet found = about.getColumns(database.getCatalog(), database.getSchema(), "%", "%")) {
      while (found.next()) {
        List<Column> columns = tables.get(found.getString("TABLE_NAME").toLowerCase(Locale.ROOT));
        if (columns != null) {
          columns.add(new Column(found.getString("COLUMN_NAME").toLowerCase(Locale.ROOT), found.getInt("DATA_TYPE"),
              found.getInt("NULLABLE") != DatabaseMetaData.columnNoNulls));
        }
      }
    }
    return tables;
  }

  private static String quoted(String name) {
    return "\"" + name + "\"";
  }

  /** Names are quoted, since some are words of SQL; each database has its own case. */
  static String cased(Connection database, String sql) throws SQLException {
    return RunningDatabase.isPostgres(database) ? sql : sql.toUpperCase(Locale.ROOT);
  }
}
