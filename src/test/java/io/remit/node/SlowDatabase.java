package io.remit.node;

import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import javax.sql.DataSource;
import org.springframework.jdbc.datasource.DelegatingDataSource;

/** A database that lets whoever wants a connection wait for more than a second. */
final class SlowDatabase extends DelegatingDataSource {

  SlowDatabase(DataSource database) {
    super(database);
  }

  @Override
  public Connection getConnection() throws SQLException {
    Connection connection = super.getConnection();
    try (Statement waiting = connection.createStatement()) {
      waiting.execute("select pg_sleep(1.1)");
    }
    return connection;
  }
}
