package io.remit.trial;

import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;

/** The database of a running Remit, opened to be read. */
public final class RunningDatabase {

  private static final String H2_FILE = "jdbc:h2:file:";
  private static final int H2_IN_USE = 90020;

  private RunningDatabase() {
  }

  /**
   * Opens it.
   *
   * @throws IllegalStateException if there is none, or another program has a demo's file for itself
   */
  public static Connection open(RunningNode node) throws SQLException {
    if (node.url().isBlank()) {
      throw new IllegalStateException("Which database runs? Set REMIT_DATABASE_URL or --spring.datasource.url, or the"
          + " profile of the node");
    }
    // a file is opened so that it cannot be written, and none is made
    String url = node.url().startsWith(H2_FILE)
        ? node.url().replaceAll(";(DB_CLOSE_ON_EXIT|WRITE_DELAY|CACHE_SIZE|TRACE_LEVEL_FILE)=[^;]*", "")
            + ";ACCESS_MODE_DATA=r;IFEXISTS=TRUE;TRACE_LEVEL_FILE=0" : node.url();
    try {
      return DriverManager.getConnection(url, node.user(), node.password());
    } catch (SQLException failed) {
      if (failed.getErrorCode() == H2_IN_USE) {
        throw new IllegalStateException("The demo that runs has its database file for itself: end it, try the models,"
            + " and start it again. A PostgreSQL can be read while Remit runs", failed);
      }
      throw failed;
    }
  }

  /** All that is read from now on is of one moment, and nothing can be written. */
  public static void readAtOneMoment(Connection running) throws SQLException {
    running.setAutoCommit(false);
    running.setReadOnly(true);
    // what PostgreSQL calls so is one moment; H2 calls that serializable
    running.setTransactionIsolation(isPostgres(running) ? Connection.TRANSACTION_REPEATABLE_READ
        : Connection.TRANSACTION_SERIALIZABLE);
  }

  /** The time there: that of this machine, or the demo's, which somebody may have moved. */
  public static Instant now(Connection running) throws SQLException {
    DatabaseMetaData about = running.getMetaData();
    boolean lowerCase = about.storesLowerCaseIdentifiers();
    Instant now = Clock.systemUTC().instant().truncatedTo(ChronoUnit.SECONDS);
    try (ResultSet clock = about.getTables(running.getCatalog(), running.getSchema(),
        lowerCase ? "movable_clock" : "MOVABLE_CLOCK", null)) {
      if (!clock.next()) {
        return now;
      }
    }
    try (Statement statement = running.createStatement();
        ResultSet offset = statement.executeQuery("select offset_millis from movable_clock")) {
      return offset.next() ? now.plusMillis(offset.getLong(1)).truncatedTo(ChronoUnit.SECONDS) : now;
    }
  }

  /**
   * A schema for a copy, in another database than the running one.
   *
   * @throws IllegalStateException if it is the same database
   */
  public static ScratchDatabase scratchBeside(Connection running, String url, String user, String password)
      throws SQLException {
    try (Connection scratch = DriverManager.getConnection(url, user, password)) {
      if (isPostgres(running) && identity(running).equals(identity(scratch))) {
        throw new IllegalStateException("--scratch-url is the running database itself: copies are made in another one");
      }
    }
    return ScratchDatabase.inPostgres(url, user, password);
  }

  static boolean isPostgres(Connection database) throws SQLException {
    return database.getMetaData().getDatabaseProductName().equals("PostgreSQL");
  }

  /** The same for two connections to one database, by whatever name its server is called. */
  private static String identity(Connection postgres) throws SQLException {
    try (Statement statement = postgres.createStatement();
        ResultSet row = statement.executeQuery("select pg_postmaster_start_time()::text || ' ' || oid::text"
            + " from pg_database where datname = current_database()")) {
      row.next();
      return row.getString(1);
    }
  }
}
