package io.remit.figures;

import static io.remit.Benchmark.print;

import io.remit.Benchmark;
import io.remit.clock.TestClock;
import io.remit.files.CsvPage;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * How long the daily snapshot and each figure take with 100,000 cases, on a PostgreSQL that writes to the disk. No part
 * of the build:
 *
 * <pre>{@code
 * mvn test -Dtest=FigureBenchmark
 * }</pre>
 */
class FigureBenchmark {

  private static final int CASES = 100_000;
  private static final int TIMES = 5;

  @Test
  void aMonthOfAHundredThousandCases() throws Exception {
    try (EmbeddedPostgres postgres = Benchmark.startPostgres();
        ConfigurableApplicationContext application =
            SnapshotWorld.startOn(postgres.getJdbcUrl("postgres", "postgres"), 5000)) {
      JdbcClient database = application.getBean(JdbcClient.class);
      fill(database);
      DailySnapshot snapshot = application.getBean(DailySnapshot.class);
      snapshot.closeDaysThatAreOver();
      application.getBean(TestClock.class).set("2007-09-10T00:00:30Z");
      print("snapshot of the first day: %d ms", millis(snapshot::closeDaysThatAreOver));
      database.sql("""
          update snapshot_day set business_day = date '2007-10-09', begins_at = timestamptz '2007-10-09 00:00Z',
            ends_at = timestamptz '2007-10-10 00:00Z' where finished_at is null
          """).update();
      application.getBean(TestClock.class).set("2007-10-10T00:00:30Z");
      print("snapshot of a later day: %d ms", millis(snapshot::closeDaysThatAreOver));
      database.sql("analyze").update();
      print("bytes per account and day: %d", database.sql("""
          select pg_total_relation_size('account_day') / count(*) from account_day
          """).query(Long.class).single());
      Figures figures = application.getBean(Figures.class);
      FigureQuery query = application.getBean(FigureQuery.class);
      for (Figure figure : figures.all()) {
        Scope scope = figures.scope(figure, new Figures.Question("2007-09-09", "2007-10-09", null, null,
            null));
        query.rows(figure, scope, CsvPage.MOST_ROWS);
        long[] took = IntStream.range(0, TIMES)
            .mapToLong(i -> millis(() -> query.rows(figure, scope, CsvPage.MOST_ROWS))).sorted().toArray();
        long drilled = millis(() -> query.cases(figure, scope, Map.of(), null, 0, 50));
        long counted = millis(() -> query.count(figure, scope, Map.of(), null));
        print("%-16s median %d ms, slowest %d ms of %d; first page of its cases %d ms, their number %d ms",
            figure.name(), took[TIMES / 2], LongStream.of(took).max().orElseThrow(), TIMES, drilled, counted);
      }
    }
  }

  private static void fill(JdbcClient database) {
    List.of("""
        insert into debtor (debtor_id, debtor_type, name, time_zone, owns_property, region)
        select 'D' || n, 'PERSON', 'Xu Diaz', 'Etc/UTC', false, 'DE-' || chr(65 + n % 16)
          from generate_series(1, :count) n
        """, """
        insert into collection_case (case_number, debtor_id, currency, status, stage, base_due_date, opened_at)
        select 'C' || n, 'D' || n, 'EUR', 'OPEN', case when n % 200 < 30 then 'MESSAGE' when n % 200 < 90
          then 'TELEPHONE'
               when n % 200 < 180 then 'VISIT' else 'LEGAL' end, date '2007-09-09' - n % 200,
               timestamptz '2007-09-09 12:00Z' - n % 200 * interval '1' day
          from generate_series(1, :count) n
        """, """
        insert into account (account_number, match_number, debtor_id, case_number, product, currency,
        snapshot_outstanding,
          snapshot_overdue, snapshot_date, snapshot_entry_id, outstanding_amount, overdue_amount, oldest_due_date,
          seen_in_run)
        select 'A' || n, 'A' || n, 'D' || n, 'C' || n, case when n % 3 = 0 then 'CARD'
          else 'LOAN' end, 'EUR', 100 + n % 900,
               100 + n % 900, date '2007-09-01', 0, 100 + n % 900, 100 + n % 900, date '2007-09-09' - n % 200, 1
          from generate_series(1, :count) n
        """, """
        insert into contact_attempt (case_number, debtor_id, stage, channel, status, outcome, right_party, actor,
        allowed,
          rule, planned_at, sent_at)
        select 'C' || 1 + n % :count, 'D' || 1 + n % :count, 'TELEPHONE', case when n % 2 = 0 then 'CALL'
          else 'SMS' end,
               case when n % 5 = 0 then 'DENIED' else 'DELIVERED' end, case when n % 11 = 0 then 'PROMISED' end,
               n % 4 = 0, 'collector1', n % 5 <> 0, case when n % 5 = 0 then 'contact-hours' else 'allowed' end,
               timestamptz '2007-09-09 12:00Z' + n % 30 * interval '1' day,
               case when n % 5 <> 0 then timestamptz '2007-09-09 12:00Z' + n % 30 * interval '1' day end
          from generate_series(1, 3 * :count) n
        """, """
        insert into case_event (case_number, at, type, actor, text)
        select 'C' || 1 + n % :count, timestamptz '2007-08-20 12:00Z' + n / :count * interval '10' day,
               case when n % 2 = 0 then 'STAGE' else 'CONTACT' end, 'remit',
               case when n % 2 = 0 then 'Entered stage VISIT' else 'Message sent' end
          from generate_series(1, 5 * :count) n
        """, """
        insert into stage_stay (case_number, stage, entered_at, left_at)
        select case_number, 'VISIT', at, next
          from (select case_number, at, lead(at) over (partition by case_number order by event_id) as next
                  from case_event where type = 'STAGE') s
         where next is not null
        """, """
        insert into promise (case_number, amount, currency, promised_for, taken_at, taken_by, channel, status,
        settled_at)
        select 'C' || n, 50, 'EUR', date '2007-09-12' + n % 25, timestamptz '2007-09-10 12:00Z', 'collector1', 'CALL',
               case when n % 10 = 0 then 'BROKEN' else 'KEPT' end, timestamptz '2007-10-09 12:00Z'
          from generate_series(1, :count, 5) n
        """, """
        insert into ledger_entry (account_number, type, reference, amount, currency, value_date, booking_date,
        booked_at)
        select 'A' || n, 'PAYMENT', 'P' || n, 10, 'EUR', date '2007-09-10', date '2007-09-10',
        timestamptz '2007-09-10 12:00Z'
               + n % 30 * interval '1' day
          from generate_series(1, :count, 3) n
        """, """
        insert into placement (case_number, status, partner_id, decided_by, decided_at, placed_at)
        select 'C' || n, 'PLACED', 'agency' || n % 5, 'outsourcing1', timestamptz '2007-09-09 12:00Z',
               timestamptz '2007-09-09 12:00Z' from generate_series(1, :count, 10) n
        """, "analyze").forEach(sql -> database.sql(sql).param("count", CASES).update());
  }

  private static long millis(Runnable work) {
    long begin = System.nanoTime();
    work.run();
    return (System.nanoTime() - begin) / 1_000_000;
  }
}
