package io.remit.trial;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.UUID;
import org.springframework.util.FileSystemUtils;

/**
 * An empty database for one trial, which made it and drops it: a file of its own, or a schema of its own in a
 * PostgreSQL.
 */
public final class ScratchDatabase implements AutoCloseable {

  private static final String DRIVER_OF_FILES = "org.h2.Driver";

  /** As a database of a file names the only schema that it has. */
  private static final String ALONE = "PUBLIC";

  private final String url;
  private final String user;
  private final String password;
  private final String schema;
  private final Drop drop;
  /** So that a file is not opened anew for each question of the program that makes it. */
  private final Connection keptOpen;

  private ScratchDatabase(String url, String user, String password, String schema, Drop drop) throws SQLException {
    this.url = url;
    this.user = user;
    this.password = password;
    this.schema = schema;
    this.drop = drop;
    this.keptOpen = open();
  }

  /** How what was made is removed. */
  private interface Drop {

    void drop() throws SQLException, IOException;
  }

  /** Whether databases of files are at hand: not in production. */
  public static boolean isFileAtHand() {
    try {
      Class.forName(DRIVER_OF_FILES);
      return true;
    } catch (ClassNotFoundException production) {
      return false;
    }
  }

  /**
   * A database in files of its own, for one program at a time.
   *
   * @param folder in which they are made, and which is removed with them
   */
  public static ScratchDatabase inFiles(Path folder) throws SQLException {
    String url = "jdbc:h2:file:" + folder.resolve("copy").toAbsolutePath()
        + ";DB_CLOSE_ON_EXIT=FALSE;QUERY_CACHE_SIZE=1000;WRITE_DELAY=10000;TRACE_LEVEL_FILE=0";
    return new ScratchDatabase(url, "sa", "", ALONE, () -> FileSystemUtils.deleteRecursively(folder));
  }

  /**
   * A new schema in a PostgreSQL.
   *
   * @param url of a database whose user may make schemas
   */
  public static ScratchDatabase inPostgres(String url, String user, String password) throws SQLException {
    String schema = "remit_trial_" + UUID.randomUUID().toString().replace('-', '_');
    execute(url, user, password, "create schema " + schema);
    String within = url + (url.contains("?") ? "&" : "?") + "currentSchema=" + schema;
    return new ScratchDatabase(within, user, password, schema,
        () -> execute(url, user, password, "drop schema " + schema + " cascade"));
  }

  private static void execute(String url, String user, String password, String sql) throws SQLException {
    try (Connection connection = DriverManager.getConnection(url, user, password);
        Statement statement = connection.createStatement()) {
      statement.execute(sql);
    }
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

  /** Lets another program open it. */
  public void handOver() throws SQLException {
    keptOpen.close();
  }

  /** Drops what was made, and nothing else. */
  @Override
  public void close() throws SQLException, IOException {
    handOver();
    drop.drop();
  }
}
