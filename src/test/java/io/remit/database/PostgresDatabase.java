package io.remit.database;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.UUID;
import javax.sql.DataSource;
import org.springframework.boot.SpringApplication;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * An empty database of a test's own, on a PostgreSQL that starts with the first one of a JVM. The server ends with the
 * JVM, behind the last application that uses it.
 */
public final class PostgresDatabase implements AutoCloseable {

  private static final String USER = "postgres";

  private static EmbeddedPostgres server;

  private final String name = "test_" + UUID.randomUUID().toString().replace('-', '_');

  private PostgresDatabase() {
    inTheServer("create database " + name);
  }

  public static PostgresDatabase create() {
    startServer();
    return new PostgresDatabase();
  }

  private static synchronized void startServer() {
    if (server == null) {
      try {
        server = EmbeddedPostgres.builder().setRegisterShutdownHook(false).setServerConfig("fsync", "off")
            .setServerConfig("full_page_writes", "off").start();
      } catch (IOException e) {
        throw new UncheckedIOException(e);
      }
      SpringApplication.getShutdownHandlers().add(PostgresDatabase::stopServer);
    }
  }

  private static void stopServer() {
    try {
      server.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void inTheServer(String statement) {
    JdbcClient.create(server.getPostgresDatabase()).sql(statement).update();
  }

  /** Where it is, for a user who needs no password: see {@link #user}. */
  public String url() {
    return server.getJdbcUrl(USER, name);
  }

  public String user() {
    return USER;
  }

  public DataSource dataSource() {
    return server.getDatabase(USER, name);
  }

  /** Ends the sessions that are left, and deletes the database. */
  @Override
  public void close() {
    inTheServer("drop database " + name + " with (force)");
  }
}
