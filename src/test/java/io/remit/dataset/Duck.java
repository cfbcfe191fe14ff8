package io.remit.dataset;

import java.math.BigDecimal;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** DuckDB in this JVM, as a data team asks it. */
final class Duck implements AutoCloseable {

  private static final Logger LOG = LoggerFactory.getLogger(Duck.class);

  private final Connection connection;

  private Duck(Connection connection) {
    this.connection = connection;
  }

  /** Whether the tests run: they do where its native library can be loaded, and on CI, where it has to be. */
  static boolean mustRun() {
    try {
      start().close();
      return true;
    } catch (SQLException | LinkageError missing) {
      boolean must = "true".equals(System.getenv("CI"));
      if (!must) {
        LOG.warn("Tests are skipped: DuckDB's native library cannot be loaded: {}", missing.toString());
      }
      return must;
    }
  }

  static Duck start() throws SQLException {
    Connection connection = DriverManager.getConnection("jdbc:duckdb:");
    try (Statement statement = connection.createStatement()) {
      statement.execute("set timezone = 'UTC'");
    }
    return new Duck(connection);
  }

  /** A view for each table of a folder. */
  void open(Path folder) throws SQLException {
    try (Statement statement = connection.createStatement()) {
      for (ExportedTable table : ExportedTable.values()) {
        statement.execute("create or replace view " + table.folder() + " as select * from read_parquet('"
            + folder.resolve(table.folder()) + "/*/*.parquet', hive_partitioning = true)");
      }
    }
  }

  /** The rows of an answer, each as {@link #line} gives it. */
  List<String> ask(String sql) throws SQLException {
    try (Statement statement = connection.createStatement(); ResultSet rows = statement.executeQuery(sql)) {
      List<String> all = new ArrayList<>();
      while (rows.next()) {
        List<Object> row = new ArrayList<>();
        for (int i = 1; i <= rows.getMetaData().getColumnCount(); i++) {
          row.add(rows.getObject(i));
        }
        all.add(line(row));
      }
      return all;
    }
  }

  /** The values of a row parted by spaces, the same of every database. */
  static String line(List<Object> row) {
    return row.stream().map(value -> value instanceof Number number
        ? new BigDecimal(number.toString()).stripTrailingZeros().toPlainString() : String.valueOf(value))
        .collect(Collectors.joining(" "));
  }

  @Override
  public void close() throws SQLException {
    connection.close();
  }
}
