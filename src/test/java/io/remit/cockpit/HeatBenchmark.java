package io.remit.cockpit;

import static io.remit.Benchmark.print;

import io.remit.Benchmark;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.IntStream;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * How long the heat map takes with 100,000 open cases and three million stays in a year, on a PostgreSQL that writes to
 * the disk. No part of the build:
 *
 * <pre>{@code
 * mvn test -Dtest=HeatBenchmark
 * }</pre>
 */
class HeatBenchmark {

  private static final int CASES = 100_000;
  private static final int STAYS_OF_A_CASE = 30;
  private static final int TIMES = 5;
  private static final Instant NOW = Instant.parse("2026-03-18T12:00:00Z");

  @Test
  void aHundredThousandCases() throws Exception {
    try (EmbeddedPostgres postgres = Benchmark.startPostgres()) {
      JdbcClient database = HistoryTable.in(postgres.getPostgresDatabase());
      fill(database);
      ElementHistory history = new ElementHistory(database);
      for (int days : new int[] {1, 30, 90, 365}) {
        Instant from = NOW.minusSeconds(days * 86_400L);
        measure("ended in " + days + " days", () -> history.ended("collection-case", from, NOW));
      }
      database.sql("""
          create index remit_lasting on act_hi_actinst (proc_def_key_, act_id_, start_time_) where end_time_ is null
          """).update();
      measure("lasting", () -> history.lasting("collection-case", NOW));
      database.sql("vacuum act_hi_actinst").update();
      measure("lasting, vacuumed", () -> history.lasting("collection-case", NOW));
    }
  }

  /** Each case is in three elements within each other, and was in thirty others. */
  private static void fill(JdbcClient database) {
    // indexes are made afterwards: keeping them up row by row takes ten times as long
    Map<String, String> indexes = new HashMap<>();
    database.sql("""
        select indexname, indexdef from pg_indexes where tablename = 'act_hi_actinst' and indexname not like '%pkey'
        """).query(row -> {
          indexes.put(row.getString("indexname"), row.getString("indexdef"));
        });
    indexes.keySet().forEach(index -> database.sql("drop index " + index).update());
    database.sql("""
        insert into act_hi_actinst (id_, proc_def_key_, proc_def_id_, root_proc_inst_id_, proc_inst_id_, execution_id_,
          act_id_, act_type_, start_time_, end_time_, duration_, act_inst_state_)
        select md5(n || '-' || k), 'collection-case', 'collection-case:1', md5(n || ''), md5(n || ''), md5(n || ''),
               'element_' || (n % 7 + k) % 60, 'userTask', began,
               case when k > 3 then began + lasted * interval '1 second' end,
               case when k > 3 then lasted * 1000 end, 0
          from generate_series(1, :cases) n, generate_series(1, :stays + 3) k,
               lateral (select timestamp '2025-03-18 12:00'
                                 + (n * 7919 + k * 104729) % 31000000 * interval '1 second' as began,
                               1 + (n * 31 + k * 17) % 500000 as lasted) t
        """).param("cases", CASES).param("stays", STAYS_OF_A_CASE).update();
    indexes.values().forEach(definition -> database.sql(definition).update());
    database.sql("analyze act_hi_actinst").update();
  }

  private static void measure(String what, Runnable query) {
    query.run();
    long[] took = IntStream.range(0, TIMES).mapToLong(time -> millis(query)).sorted().toArray();
    print("%-18s median %d ms, slowest %d ms of %d", what, took[TIMES / 2], LongStream.of(took).max().orElseThrow(),
        TIMES);
  }

  private static long millis(Runnable work) {
    long begin = System.nanoTime();
    work.run();
    return (System.nanoTime() - begin) / 1_000_000;
  }
}
