package io.remit.process.trial;

import io.remit.RemitApplication;
import io.remit.database.PostgresDatabase;
import io.remit.process.time.DueJobs;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.jspecify.annotations.Nullable;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;

/** The demo's portfolio in a database that a test keeps after the demo has ended. */
final class Portfolio implements AutoCloseable {

  private final String url;
  private final String user;
  private final @Nullable PostgresDatabase postgres;
  private final Connection keptOpen;
  private final Instant now;

  /**
   * Lives some days from a Monday on, so that there are messages and tasks.
   *
   * @param onPostgres else in memory
   */
  Portfolio(Path folder, int debtors, int days, boolean onPostgres) throws SQLException {
    postgres = onPostgres ? PostgresDatabase.create() : null;
    url = postgres == null ? "jdbc:h2:mem:" + UUID.randomUUID() + ";DB_CLOSE_ON_EXIT=FALSE" : postgres.url();
    user = postgres == null ? "sa" : postgres.user();
    keptOpen = DriverManager.getConnection(url, user, "");
    Instant begin = Instant.parse("2026-03-02T05:00:00Z");
    now = begin.plus(Duration.ofDays(days));
    try (ConfigurableApplicationContext demo = new SpringApplicationBuilder(RemitApplication.class)
        .profiles("demo", "test").logStartupInfo(false).run("--server.port=0", "--logging.level.root=off",
            "--remit.work-folder=" + folder, "--remit.inbox.poll=1d", "--remit.clock.start=" + begin,
            "--remit.demo.debtors=" + debtors, "--spring.datasource.url=" + url,
            "--spring.datasource.username=" + user)) {
      ClockUtil.setCurrentTime(Date.from(begin));
      demo.getBean(DueJobs.class).runUpTo(now);
      ClockUtil.setCurrentTime(Date.from(now));
      // as if people had deployed what runs: the folder of a start counts no more then
      demo.getBean(JdbcClient.class).sql("update model_release set proposed_by = 'owner1'").update();
    } finally {
      ClockUtil.reset();
    }
  }

  /** The settings of a node that runs on it. */
  List<String> settings() {
    return List.of("--spring.datasource.url=" + url, "--spring.datasource.username=" + user);
  }

  Instant now() {
    return now;
  }

  JdbcClient jdbc() {
    return JdbcClient.create(new SingleConnectionDataSource(keptOpen, true));
  }

  /** A number for the rows of each table, which changes with any of them. */
  Map<String, Integer> fingerprints() {
    Map<String, Integer> prints = new TreeMap<>();
    jdbc().sql("""
        select table_name from information_schema.tables
         where lower(table_schema) = 'public' and table_type in ('BASE TABLE', 'TABLE')
        """).query(String.class).list().forEach(table -> prints.put(table, jdbc().sql("select * from \"" + table + "\"")
            .query((row, number) -> {
              int print = 0;
              for (int i = 1; i <= row.getMetaData().getColumnCount(); i++) {
                Object value = row.getObject(i);
                print = print * 31 + (value instanceof byte[] bytes ? Arrays.hashCode(bytes)
                    : Optional.ofNullable(row.getString(i)).map(String::hashCode).orElse(7));
              }
              return print;
            }).list().stream().mapToInt(print -> print).sum()));
    return prints;
  }

  @Override
  public void close() throws SQLException {
    keptOpen.close();
    if (postgres != null) {
      postgres.close();
    }
  }
}
