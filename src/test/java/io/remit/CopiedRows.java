package io.remit;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import javax.sql.DataSource;
import org.postgresql.PGConnection;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * The limit of what a PostgreSQL takes in: all rows that there are, by {@code COPY}, into tables that are alike, with
 * their indexes and without foreign keys.
 */
public final class CopiedRows {

  private final DataSource database;
  private final JdbcClient jdbc;

  public CopiedRows(DataSource database) {
    this.database = database;
    this.jdbc = JdbcClient.create(database);
  }

  /** @return how many seconds it takes to copy all rows of all tables */
  public double seconds() throws SQLException, IOException {
    jdbc.sql("drop schema if exists copied cascade").update();
    jdbc.sql("create schema copied").update();
    List<String> tables = jdbc.sql("""
        select quote_ident(relname) from pg_class
         where relkind = 'r' and relnamespace = 'public'::regnamespace and relname <> 'flyway_schema_history'
         order by relname
        """).query(String.class).list();
    long nanos = 0;
    try (Connection connection = database.getConnection()) {
      for (String table : tables) {
        jdbc.sql("create table copied." + table + " (like public." + table + " including all)").update();
        ByteArrayOutputStream rows = new ByteArrayOutputStream();
        PGConnection copying = connection.unwrap(PGConnection.class);
        copying.getCopyAPI().copyOut("copy public." + table + " to stdout binary", rows);
        ByteArrayInputStream read = new ByteArrayInputStream(rows.toByteArray());
        long begin = System.nanoTime();
        copying.getCopyAPI().copyIn("copy copied." + table + " from stdin binary", read);
        nanos += System.nanoTime() - begin;
      }
    }
    jdbc.sql("drop schema copied cascade").update();
    return nanos / 1e9;
  }
}
