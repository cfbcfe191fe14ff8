package io.remit.database;

import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** Makes a PostgreSQL as new, so that not every test has to start one of its own. */
public final class EmptySchema {

  private EmptySchema() {
  }

  public static void in(DataSource database) {
    JdbcClient jdbc = JdbcClient.create(database);
    jdbc.sql("drop schema public cascade").update();
    jdbc.sql("create schema public").update();
  }
}
