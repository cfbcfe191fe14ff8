package io.remit.access;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.springframework.boot.test.util.TestPropertyValues;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.ConfigurableApplicationContext;

/**
 * Puts the application of a test on PostgreSQL if the system property {@code remit.test.database} says so: the build
 * runs the tests that are {@link OnBothDatabases} a second time with it.
 */
class DatabaseOfTheRun implements ApplicationContextInitializer<ConfigurableApplicationContext> {

  private static EmbeddedPostgres postgres;

  @Override
  public void initialize(ConfigurableApplicationContext context) {
    if ("postgresql".equals(System.getProperty("remit.test.database"))) {
      TestPropertyValues.of("spring.datasource.url=" + emptyDatabase(), "spring.datasource.username=postgres")
          .applyTo(context);
    }
  }

  /** The server lives as long as the JVM; each application has the database to itself. */
  private static synchronized String emptyDatabase() {
    try {
      if (postgres == null) {
        postgres = EmbeddedPostgres.start();
      }
      String name = "run" + Long.toHexString(System.nanoTime());
      try (Connection connection = postgres.getPostgresDatabase().getConnection();
          Statement statement = connection.createStatement()) {
        statement.execute("create database " + name);
      }
      return postgres.getJdbcUrl("postgres", name);
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    } catch (SQLException failed) {
      throw new IllegalStateException(failed);
    }
  }
}
