package io.remit.database;

import static org.awaitility.Awaitility.await;

import java.time.Duration;
import javax.sql.DataSource;
import org.springframework.jdbc.core.simple.JdbcClient;

/** The sessions of a PostgreSQL that wait for a lock of another's. */
public final class WaitingSessions {

  private WaitingSessions() {
  }

  /** Returns when there is one. */
  public static void awaitOne(DataSource database) {
    JdbcClient jdbc = JdbcClient.create(database);
    await().atMost(Duration.ofSeconds(10)).pollInterval(Duration.ofMillis(5)).until(() ->
        jdbc.sql("select count(*) from pg_locks where not granted").query(Long.class).single() > 0);
  }
}
