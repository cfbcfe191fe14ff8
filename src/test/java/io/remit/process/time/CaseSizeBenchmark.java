package io.remit.process.time;


import io.remit.RemitApplication;
import io.remit.database.PostgresDatabase;
import io.remit.intake.ManyArrears;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Date;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * How much room a case takes in a PostgreSQL, with its indexes, and how many of the engine's jobs it needs: right after
 * it was opened, and after some months in which nobody pays and nobody works a task.
 *
 * <pre>{@code
 * mvn test -Dtest=CaseSizeBenchmark                              # 500 cases, 90 days
 * mvn test -Dtest=CaseSizeBenchmark -Dremit.benchmark.cases=5000
 * }</pre>
 */
class CaseSizeBenchmark {

  private static final int CASES = Integer.getInteger("remit.benchmark.cases", 500);
  private static final int DAYS = Integer.getInteger("remit.benchmark.days", 90);
  private static final int TABLES = 12;

  @TempDir
  private Path folder;

  @AfterEach
  void endOfTime() {
    ClockUtil.reset();
  }

  @Test
  void howMuchACaseIs() throws Exception {
    Instant begin = LocalDate.of(2026, 3, 2).atTime(8, 0).toInstant(ZoneOffset.UTC);
    ClockUtil.setCurrentTime(Date.from(begin));
    try (PostgresDatabase postgres = PostgresDatabase.create();
        ConfigurableApplicationContext application = new SpringApplicationBuilder(RemitApplication.class)
            .profiles("test").run("--server.port=0", "--remit.work-folder=" + folder, "--remit.inbox.poll=1h",
                "--spring.datasource.url=" + postgres.url(), "--spring.datasource.username=postgres")) {
      JdbcClient database = JdbcClient.create(postgres.dataSource());
      long empty = size(database);
      ManyArrears.open(application, 0, CASES,
          ManyArrears.agesOfRealFiles(LocalDate.ofInstant(begin, ZoneOffset.UTC), 1));
      print("opened", database, empty);

      long jobs = application.getBean(DueJobs.class).runUpTo(begin.plus(Duration.ofDays(DAYS)));

      System.out.printf("%.1f jobs a case in %d days%n", (double) jobs / CASES, DAYS);
      print("after " + DAYS + " days", database, empty);
    }
  }

  private static long size(JdbcClient database) {
    database.sql("vacuum full").update();
    database.sql("analyze").update();
    return database.sql("select pg_database_size(current_database())").query(Long.class).single();
  }

  private static void print(String when, JdbcClient database, long empty) {
    System.out.printf("%s: %d bytes a case%n", when, (size(database) - empty) / CASES);
    database.sql("""
        select c.relname, c.reltuples, pg_total_relation_size(c.oid) as bytes from pg_class c
         where c.relkind = 'r' and c.relnamespace = 'public'::regnamespace order by bytes desc limit :tables
        """).param("tables", TABLES).query((row, number) -> "  %s: %.1f rows, %d bytes a case".formatted(
            row.getString("relname"), row.getDouble("reltuples") / CASES, row.getLong("bytes") / CASES)).list()
        .forEach(System.out::println);
  }
}
