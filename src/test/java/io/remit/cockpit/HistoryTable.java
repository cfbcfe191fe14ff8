package io.remit.cockpit;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Locale;
import javax.sql.DataSource;
import org.springframework.core.io.ClassPathResource;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.init.ScriptUtils;

/** The engine's tables of history as it makes them, in an empty database and without the engine. */
final class HistoryTable {

  private HistoryTable() {
  }

  static JdbcClient in(DataSource database) throws SQLException {
    try (Connection connection = database.getConnection()) {
      String product = connection.getMetaData().getDatabaseProductName().equals("PostgreSQL") ? "postgres" : "h2";
      ScriptUtils.executeSqlScript(connection, new ClassPathResource(String.format(Locale.ROOT,
          "org/camunda/bpm/engine/db/create/activiti.%s.create.history.sql", product)));
    }
    return JdbcClient.create(database);
  }
}
