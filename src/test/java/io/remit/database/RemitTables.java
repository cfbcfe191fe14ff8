package io.remit.database;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.flywaydb.core.Flyway;
import org.h2.jdbcx.JdbcDataSource;
import org.springframework.jdbc.core.JdbcTemplate;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Remit's tables in an empty database of a test, without the engine's. */
public final class RemitTables {

  private RemitTables() {
  }

  /** Makes them as Flyway does; in memory, where many tests have a database each, what it made once is copied. */
  public static void makeIn(DataSource database) {
    if (isInMemory(database)) {
      new JdbcTemplate(database).batchUpdate(Made.STATEMENTS);
    } else {
      migrate(database);
    }
  }

  private static void migrate(DataSource database) {
    Flyway.configure().dataSource(database).load().migrate();
  }

  private static boolean isInMemory(DataSource database) {
    try (Connection connection = database.getConnection()) {
      return connection.getMetaData().getURL().startsWith("jdbc:h2:mem:");
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /** What Flyway has made of an empty database in memory. */
  private static final class Made {

    private static final String[] STATEMENTS = read();

    private static String[] read() {
      JdbcDataSource database = new JdbcDataSource();
      database.setUrl("jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_DELAY=-1");
      migrate(database);
      JdbcClient jdbc = JdbcClient.create(database);
      List<String> statements = jdbc.sql("script nosettings").query(String.class).list().stream()
          .filter(statement -> !statement.startsWith("CREATE USER ") && !statement.startsWith("--")).toList();
      jdbc.sql("shutdown").update();
      return statements.toArray(String[]::new);
    }
  }
}
