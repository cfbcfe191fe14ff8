package io.remit.dataset;

import static io.remit.Benchmark.print;
import static org.assertj.core.api.Assertions.assertThat;

import io.remit.Benchmark;
import io.remit.RemitApplication;
import io.remit.database.RemitTables;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * How long the export of a million snapshots, and of as many bookings and contacts, takes a program with 256 MB; and
 * what is left of it when it is killed. No part of the build:
 *
 * <pre>{@code
 * mvn test -Dtest=ExportBenchmark
 * }</pre>
 */
class ExportBenchmark {

  private static final int ROWS = Integer.getInteger("remit.export.rows", 1_000_000);
  private static final int KILLS = 5;

  @TempDir
  private Path folder;

  @Test
  void aMillionRowsOfEachTable() throws Exception {
    try (EmbeddedPostgres postgres = Benchmark.startPostgres(); Duck duck = Duck.start()) {
      RemitTables.makeIn(postgres.getPostgresDatabase());
      fill(JdbcClient.create(postgres.getPostgresDatabase()));

      Path killed = folder.resolve("killed");
      for (int kill = 1; kill <= KILLS; kill++) {
        Process export = start(postgres, killed);
        assertThat(export.waitFor(kill * 2L, TimeUnit.SECONDS)).as("ended before it was killed").isFalse();
        export.destroyForcibly().waitFor();
        assertThat(files(killed)).allMatch(path -> path.toString().contains(".remit-export"));
      }

      long begin = System.nanoTime();
      assertThat(start(postgres, killed).waitFor()).isZero();
      print("%d rows of each table: %d ms", ROWS, (System.nanoTime() - begin) / 1_000_000);
      long bytes = 0;
      for (Path file : files(killed)) {
        print("%s: %d bytes", folder.relativize(file), Files.size(file));
        bytes += Files.size(file);
      }
      print("bytes of a row: %d", bytes / (3L * ROWS));
      duck.open(killed);
      assertThat(duck.ask("select count(*), sum(outstanding) from snapshots")).containsExactly(ROWS + " "
          + 100L * ROWS);
      assertThat(duck.ask("select (select count(*) from ledger), (select count(*) from contacts)"))
          .containsExactly(ROWS + " " + ROWS);
    }
  }

  private static Process start(EmbeddedPostgres postgres, Path folder) throws Exception {
    return new ProcessBuilder(Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-Xmx256m", "-cp",
        System.getProperty("java.class.path"), RemitApplication.class.getName(), "figures", "export",
        folder.toString(), "--spring.datasource.url=" + postgres.getJdbcUrl("postgres", "postgres"),
        "--spring.datasource.username=postgres", "--remit.figures.export.key=" + ExportWorld.KEY).inheritIO().start();
  }

  private static List<Path> files(Path folder) throws Exception {
    if (!Files.exists(folder)) {
      return List.of();
    }
    try (Stream<Path> all = Files.walk(folder)) {
      return all.filter(Files::isRegularFile).toList();
    }
  }

  /** Fifty thousand accounts for twenty days of a month, and as many bookings and contacts. */
  private static void fill(JdbcClient database) {
    Stream.of("""
        insert into snapshot_day (business_day, begins_at, ends_at, finished_at)
        select timestamptz '2026-01-01 00:00Z' + n * interval '1 day', timestamptz '2026-01-01 00:00Z',
               timestamptz '2026-01-02 00:00Z', timestamptz '2026-01-02 00:00Z'
          from generate_series(0, 19) as n
        """, """
        insert into account_day (business_day, case_number, account_number, stage, status, bucket, product, region,
          currency, overdue, outstanding)
        select date '2026-01-01' + n %% 20, 'C' || (100000 + n / 20), 'LN' || (5000000 + n / 20 * 7), 'MESSAGE', 'OPEN',
               n / 20 %% 8, 'LOAN', 'DE-BE', 'EUR', 50.25 + n %% 49, 100
          from generate_series(0, %1$d - 1) as n
        """, """
        insert into ledger_entry (account_number, type, reference, amount, currency, value_date, booked_at,
          booking_date)
        select 'LN' || (5000000 + n / 20 * 7), 'PAYMENT', 'P' || n, 12.34, 'EUR', date '2026-01-02',
               timestamptz '2026-01-02 00:00Z' + n * interval '1 second', date '2026-01-02'
          from generate_series(0, %1$d - 1) as n
        """, """
        insert into debtor (debtor_id, debtor_type, name, time_zone, owns_property)
        values ('D1', 'PERSON', 'Xu Diaz', 'Etc/UTC', false)
        """, """
        insert into collection_case (case_number, debtor_id, currency, status, stage, base_due_date, opened_at)
        values ('C1', 'D1', 'EUR', 'OPEN', 'MESSAGE', date '2025-08-20', timestamptz '2026-01-01 12:00Z')
        """, """
        insert into contact_attempt (case_number, debtor_id, stage, channel, status, template, actor, planned_at,
          allowed, rule)
        select 'C1', 'D1', 'MESSAGE', 'SMS', 'SENT', 'reminder-sms', 'remit',
               timestamptz '2026-01-02 00:00Z' + n * interval '1 second', true, null
          from generate_series(0, %1$d - 1) as n
        """, "analyze").forEach(sql -> database.sql(sql.formatted(ROWS)).update());
  }
}
