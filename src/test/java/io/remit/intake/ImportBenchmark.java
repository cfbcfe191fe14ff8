package io.remit.intake;

import static io.remit.Benchmark.print;
import static org.assertj.core.api.Assertions.assertThat;

import io.remit.Benchmark;
import io.remit.Benchmark.Figures;
import io.remit.BenchmarkArm;
import io.remit.CopiedRows;
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
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
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
            Benchmark.startRemit(postgres, "postgres", folder, List.of(StatementCounter.class))) {
      JdbcClient jdbc = application.getBean(JdbcClient.class);
      BenchmarkArm file = new BenchmarkArm("a file", application);
      BenchmarkArm oneByOne = new BenchmarkArm("one by one, a transaction each", application);
      Figures limit = new Figures();
      byFile(application, WARM_UP);
      oneByOne(application, ONE_BY_ONE);
      Written before = Written.by(jdbc);
      for (int round = 0; round < ROUNDS; round++) {
        file.measure(ROWS, () -> byFile(application, ROWS));
        if (round == 0) {
          print("bytes per row: %s", Written.by(jdbc).since(before));
          application.getBean(StatementCounter.class).printMost(SHOWN, ROWS);
        }
        oneByOne.measure(ONE_BY_ONE, () -> oneByOne(application, ONE_BY_ONE));
        Benchmark.settle(jdbc);
        limit.add(PARTS_OF_THE_LIMIT * new CopiedRows(postgres.getPostgresDatabase()).seconds() / opened * 1000);
      }
      print("%,d rounds of %,d rows by a file and %,d one by one", ROUNDS, ROWS, ONE_BY_ONE);
      print("%s", file);
      print("%s", oneByOne);
      print("twice COPY: %s ms a row", limit);
      print("a file is %.1f times as fast as one by one, %.2f of the limit",
          oneByOne.millis().median() / file.millis().median(), limit.median() / file.millis().median());
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

  /** Each tenth debtor has two. */
  private String file(ConfigurableApplicationContext application, int count) {
    int from = opened;
    opened += count;
    return ManyArrears.file(from, opened,
        ManyArrears.agesOfRealFiles(LocalDate.now(application.getBean(Clock.class)), from),
        number -> number % 10 == 9 ? number - 1 : number);
  }
}
