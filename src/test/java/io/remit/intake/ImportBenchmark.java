package io.remit.intake;

import static io.remit.Benchmark.print;
import static org.assertj.core.api.Assertions.assertThat;

import io.remit.Benchmark;
import io.remit.Benchmark.Figures;
import io.remit.CopiedRows;
import io.remit.PostgresCpu;
import io.remit.RemitApplication;
import io.remit.StatementCounter;
import io.remit.cases.AccountSnapshot;
import io.remit.cases.PortfolioIntake;
import io.remit.cases.SnapshotResult.Outcome;
import io.remit.intake.csv.CsvFile;
import io.remit.intake.csv.CsvRow;
import io.remit.intake.csv.SpooledFile;
import io.remit.intake.delivery.Spool;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Clock;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
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
 * same on every machine, then the time; beside it one transaction and one call of the engine for each row, in turns,
 * and the limit: twice the time in which PostgreSQL takes in the same rows by {@code COPY}. No part of the build:
 *
 * <pre>{@code
 * mvn -Pbenchmark test -Dtest=ImportBenchmark                                # 5 rounds of 2,000 rows
 * mvn -Pbenchmark test -Dtest=ImportBenchmark -Dremit.benchmark.rows=20000
 * }</pre>
 */
class ImportBenchmark {

  private static final int ROUNDS = Integer.getInteger("remit.benchmark.pairs", 5);
  private static final int ROWS = Integer.getInteger("remit.benchmark.rows", 2_000);
  private static final int ONE_BY_ONE = ROWS / 10;
  private static final int WARM_UP = Math.min(2_000, ROWS);
  private static final int SHOWN = Integer.getInteger("remit.benchmark.texts", 40);
  private static final int PARTS_OF_THE_LIMIT = 2;

  @TempDir
  private Path folder;
  private int opened;

  @Test
  void casesAreOpenedFromRows() throws Exception {
    try (EmbeddedPostgres postgres = Benchmark.startPostgres();
        ConfigurableApplicationContext application =
            new SpringApplicationBuilder(RemitApplication.class, StatementCounter.class).profiles("test")
                .run("--server.port=0", "--remit.work-folder=" + folder, "--remit.inbox.poll=1h",
                    "--spring.datasource.url=" + postgres.getJdbcUrl("postgres", "postgres"),
                    "--spring.datasource.username=postgres", "--spring.datasource.password=postgres")) {
      JdbcClient jdbc = application.getBean(JdbcClient.class);
      PostgresCpu database = new PostgresCpu(jdbc);
      StatementCounter counter = application.getBean(StatementCounter.class);
      byFile(application, WARM_UP);
      oneByOne(application, ONE_BY_ONE);
      Figures seconds = new Figures();
      Figures secondsOneByOne = new Figures();
      Figures secondsOfLimit = new Figures();
      Figures java = new Figures();
      Figures postgresTime = new Figures();
      Written before = Written.by(jdbc);
      double statements = 0;
      for (int round = 0; round < ROUNDS; round++) {
        settle(jdbc);
        counter.reset();
        long processor = Benchmark.processorTime();
        long databases = database.spent().toNanos();
        long begin = System.nanoTime();
        byFile(application, ROWS);
        seconds.add((System.nanoTime() - begin) / 1e9 / ROWS * 1000);
        java.add((Benchmark.processorTime() - processor) / 1e6 / ROWS);
        postgresTime.add((database.spent().toNanos() - databases) / 1e6 / ROWS);
        statements = (double) counter.total() / ROWS;
        if (round == 0) {
          print("bytes per row: %s", Written.by(jdbc).since(before));
          counter.printMost(SHOWN, ROWS);
        }
        settle(jdbc);
        begin = System.nanoTime();
        oneByOne(application, ONE_BY_ONE);
        secondsOneByOne.add((System.nanoTime() - begin) / 1e9 / ONE_BY_ONE * 1000);
        settle(jdbc);
        secondsOfLimit.add(
            PARTS_OF_THE_LIMIT * new CopiedRows(postgres.getPostgresDatabase()).seconds() / opened * 1000);
      }
      print("%,d rounds of %,d rows; statements per row: %.1f", ROUNDS, ROWS, statements);
      print("ms per row by a file: %s; one by one: %s; twice COPY: %s", seconds, secondsOneByOne, secondsOfLimit);
      print("processor per row by a file, ms: Java %s, PostgreSQL %s", java, postgresTime);
      print("a file: %.0f rows a second, %.1f times one by one, %.2f of the limit", 1000 / seconds.median(),
          secondsOneByOne.median() / seconds.median(), secondsOfLimit.median() / seconds.median());
    }
  }

  private static void settle(JdbcClient jdbc) {
    jdbc.sql("vacuum analyze").update();
    jdbc.sql("checkpoint").update();
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

  private void byFile(ConfigurableApplicationContext application, int rows) throws Exception {
    var result = application.getBean(ArrearsIntake.class).apply(
        new ByteArrayInputStream(file(application, rows).getBytes(StandardCharsets.UTF_8)), false);
    assertThat(result.opened() + result.updated()).isPositive();
    assertThat(result.rejected()).isEmpty();
  }

  private void oneByOne(ConfigurableApplicationContext application, int rows) throws Exception {
    List<AccountSnapshot> accounts = new ArrayList<>();
    try (SpooledFile spooled = new Spool(folder.toString()).store(
        new ByteArrayInputStream(file(application, rows).getBytes(StandardCharsets.UTF_8)))) {
      CsvFile read = CsvFile.open(spooled, ArrearsFormat.LAYOUT);
      for (CsvRow row = read.next(); row != null; row = read.next()) {
        accounts.add(ArrearsFormat.read(row, null));
      }
    }
    PortfolioIntake portfolio = application.getBean(PortfolioIntake.class);
    long run = portfolio.nextRun();
    long fileId = application.getBean(JdbcClient.class).sql("select max(file_id) from intake_file").query(Long.class)
        .single();
    accounts.forEach(account -> assertThat(portfolio.applySnapshots(run, fileId, List.of(account))).singleElement()
        .satisfies(result -> assertThat(result.outcome()).isIn(Outcome.OPENED, Outcome.UPDATED)));
  }

  /** Two in three accounts are younger than a month, as in the real files; each tenth debtor has two. */
  private String file(ConfigurableApplicationContext application, int count) {
    LocalDate today = LocalDate.now(application.getBean(Clock.class));
    Random random = new Random(opened);
    int from = opened;
    opened += count;
    return IntStream.range(from, opened).mapToObj(number -> "L-" + number + ",LOAN,EUR,460.00,460.00,"
        + today.minusDays(random.nextInt(3) < 2 ? random.nextInt(30) : random.nextInt(400)) + ",D"
        + (number % 10 == 9 ? number - 1 : number) + ",PERSON,Ann Example " + number + ",+4420794"
        + String.format("%05d", number % 100_000) + ",d" + number + "@example.com,\"1 High Street\",London,GB-LND,GB,"
        + "Europe/London\n").collect(Collectors.joining("", "account_number,product,currency,outstanding_amount,"
            + "overdue_amount,oldest_due_date,debtor_id,debtor_type,debtor_name,phone,email,address,city,region,"
            + "country,time_zone\n", ""));
  }
}
