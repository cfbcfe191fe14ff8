package io.remit.intake;

import static io.remit.Benchmark.print;
import static org.assertj.core.api.Assertions.assertThat;

import io.remit.Benchmark;
import io.remit.RemitApplication;
import io.remit.StatementCounter;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.ByteArrayInputStream;
import java.lang.management.ManagementFactory;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What it costs to open a case from a row of an arrears file, to its running process: statements first, as they are the
 * same on every machine, then the time. No part of the build:
 *
 * <pre>{@code
 * mvn test -Dtest=ImportBenchmark                                # 5,000 rows
 * mvn test -Dtest=ImportBenchmark -Dremit.benchmark.rows=100000
 * }</pre>
 */
class ImportBenchmark {

  private static final int ROWS = Integer.getInteger("remit.benchmark.rows", 5_000);
  private static final int WARM_UP = Math.min(1_000, ROWS);
  private static final int SHOWN = Integer.getInteger("remit.benchmark.texts", 40);

  @TempDir
  private Path folder;

  @Test
  void casesAreOpenedFromRows() throws Exception {
    try (EmbeddedPostgres postgres = Benchmark.startPostgres();
        ConfigurableApplicationContext application =
            new SpringApplicationBuilder(RemitApplication.class, StatementCounter.class).profiles("test")
                .run("--server.port=0", "--remit.work-folder=" + folder, "--remit.inbox.poll=1h",
                    "--spring.datasource.url=" + postgres.getJdbcUrl("postgres", "postgres"),
                    "--spring.datasource.username=postgres", "--spring.datasource.password=postgres")) {
      open(application, 0, WARM_UP);
      JdbcClient jdbc = application.getBean(JdbcClient.class);
      jdbc.sql("vacuum analyze").update();
      jdbc.sql("checkpoint").update();
      Written before = Written.by(jdbc);
      StatementCounter counter = application.getBean(StatementCounter.class);
      counter.reset();
      long processor = processorTime();
      long begin = System.nanoTime();

      open(application, WARM_UP, WARM_UP + ROWS);

      double seconds = (System.nanoTime() - begin) / 1e9;
      print("%d rows in %.1f s, %.0f a second", ROWS, seconds, ROWS / seconds);
      print("statements per row: %.1f", (double) counter.total() / ROWS);
      print("bytes per row: %s", Written.by(jdbc).since(before));
      print("processor time of Java per row: %.2f ms", (processorTime() - processor) / 1e6 / ROWS);
      counter.printMost(SHOWN, ROWS);
    }
  }

  /** What a PostgreSQL holds, and has written to its log so far. */
  private record Written(long tables, long indexes, long log) {

    static Written by(JdbcClient jdbc) {
      return jdbc.sql("""
          select sum(pg_table_size(oid)) as tables, sum(pg_indexes_size(oid)) as indexes,
                 pg_wal_lsn_diff(pg_current_wal_insert_lsn(), '0/0') as log
            from pg_class where relkind = 'r' and relnamespace = 'public'::regnamespace
          """).query((row, number) -> new Written(row.getLong("tables"), row.getLong("indexes"), row.getLong("log")))
          .single();
    }

    String since(Written before) {
      return "tables %d, indexes %d, log %d".formatted((tables - before.tables) / ROWS,
          (indexes - before.indexes) / ROWS, (log - before.log) / ROWS);
    }
  }

  private static long processorTime() {
    return ((com.sun.management.OperatingSystemMXBean) ManagementFactory.getOperatingSystemMXBean())
        .getProcessCpuTime();
  }

  /** Two in three accounts are younger than a month, as in the real files; each tenth debtor has two. */
  private static void open(ConfigurableApplicationContext application, int from, int to) throws Exception {
    LocalDate today = LocalDate.now(application.getBean(Clock.class));
    Random random = new Random(from);
    String rows = IntStream.range(from, to).mapToObj(number -> "L-" + number + ",LOAN,EUR,460.00,460.00,"
        + today.minusDays(random.nextInt(3) < 2 ? random.nextInt(30) : random.nextInt(400)) + ",D"
        + (number % 10 == 9 ? number - 1 : number) + ",PERSON,Ann Example " + number + ",+4420794"
        + String.format("%05d", number % 100_000) + ",d" + number + "@example.com,\"1 High Street\",London,GB-LND,GB,"
        + "Europe/London\n").collect(Collectors.joining());
    var opened = application.getBean(ArrearsIntake.class).apply(new ByteArrayInputStream(("account_number,product,"
        + "currency,outstanding_amount,overdue_amount,oldest_due_date,debtor_id,debtor_type,debtor_name,phone,email,"
        + "address,city,region,country,time_zone\n" + rows).getBytes(StandardCharsets.UTF_8)), false);
    assertThat(opened.opened() + opened.updated()).isPositive();
    assertThat(opened.rejected()).isEmpty();
  }
}
