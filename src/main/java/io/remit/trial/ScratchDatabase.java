package io.remit.trial;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.UUID;

/**
 * An empty database for one trial, which made it and drops it: one in memory, or a schema of its own in a PostgreSQL.
 */
public final class ScratchDatabase implements AutoCloseable {

  private static final String DRIVER_IN_MEMORY = "org.h2.Driver";

  /** As a database in memory names the only schema that it has. */
  private static final String ALONE = "PUBLIC";

  private final String url;
  private final String user;
  private final String password;
  private final String schema;
  /** A database in memory lives as long as a connection to it, this one; a schema is dropped through it. */
  private final Connection keptOpen;
  private final String drop;

  private ScratchDatabase(String url, String user, String password, String schema, Connection keptOpen, String drop) {
    this.url = url;
    this.user = user;
    this.password = password;
    this.schema = schema;
    this.keptOpen = keptOpen;
    this.drop = drop;
  }

  /** Whether a database in memory is at hand: not in production. */
  public static boolean isInMemoryAtHand() {
    try {
      Class.forName(DRIVER_IN_MEMORY);
      return true;
    } catch (ClassNotFoundException production) {
      return false;
    }
  }

  /** A database in the memory of this program. */
  public static ScratchDatabase inMemory() throws SQLException {
    String url = "jdbc:h2:mem:trial-" + UUID.randomUUID() + ";DB_CLOSE_ON_EXIT=FALSE;QUERY_CACHE_SIZE=1000";
    return new ScratchDatabase(url, "sa", "", ALONE, DriverManager.getConnection(url, "sa", ""), "shutdown");
  }

  /**
   * A new schema in a PostgreSQL.
   *
   * @param url of a database whose user may make schemas
   */
  public static ScratchDatabase inPostgres(String url, String user, String password) throws SQLException {
    String schema = "remit_trial_" + UUID.randomUUID().toString().replace('-', '_');
    Connection connection = DriverManager.getConnection(url, user, password);
    try (Statement statement = connection.createStatement()) {
      statement.execute("create schema " + schema);
    } catch (SQLException refused) {
      connection.close();
      throw refused;
    }
    String within = url + (url.contains("?") ? "&" : "?") + "currentSchema=" + schema;
    return new ScratchDatabase(within, user, password, schema, connection, "drop schema " + schema + " cascade");
  }

  public String url() {
    return url;
  }

  public String user() {
    return user;
  }

  public String password() {
    return password;
  }

  /** In which its tables are. */
  public String schema() {
    return schema;
  }

  /** Whether there are other schemas beside it, with tables of the same names. */
  public boolean hasSchemaOfItsOwn() {
    return !schema.equals(ALONE);
  }

  /** Opens it; whoever asks closes what they get. */
  public Connection open() throws SQLException {
    return DriverManager.getConnection(url, user, password);
  }

  /** Drops what was made, and nothing else. */
  @Override
  public void close() throws SQLException {
    try (Connection last = keptOpen; Statement statement = last.createStatement()) {
      statement.execute(drop);
    }
  }
}
