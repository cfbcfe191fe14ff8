package io.remit.process.time;

import static io.remit.Benchmark.print;
import static org.assertj.core.api.Assertions.assertThat;

import io.remit.Benchmark;
import io.remit.Benchmark.Figures;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.cmd.AcquireJobsCmd;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What a node pays each time it looks for timers while a million wait and none is due: with the index that Remit makes,
 * and by the engine's own schema, in turns. No part of the build:
 *
 * <pre>{@code
 * mvn test -Dtest=IdlePollBenchmark
 * mvn test -Dtest=IdlePollBenchmark -Dremit.benchmark.timers=100000
 * }</pre>
 */
class IdlePollBenchmark {

  private static final int TIMERS = Integer.getInteger("remit.benchmark.timers", 1_000_000);
  private static final int PAIRS = 5;
  private static final int POLLS = 200;
  private static final int POLLS_OF_STOCK = 5;
  private static final String INDEX = "create index if not exists remit_job_due on act_ru_job (duedate_)";

  @TempDir
  private Path folder;

  @Test
  void nobodyIsDue() throws Exception {
    try (EmbeddedPostgres postgres = Benchmark.startPostgres();
        ConfigurableApplicationContext application = Benchmark.startRemit(postgres, "postgres", folder, List.of())) {
      JdbcClient database = application.getBean(JdbcClient.class);
      wait(database);
      ProcessEngineConfigurationImpl engine = application.getBean(ProcessEngineConfigurationImpl.class);
      double[] with = new double[PAIRS];
      double[] stock = new double[PAIRS];
      long scans = 0;
      for (int pair = 0; pair < PAIRS; pair++) {
        database.sql(INDEX).update();
        database.sql("vacuum analyze act_ru_job").update();
        long before = scans(database);
        with[pair] = millisOfOne(engine, POLLS);
        scans += scans(database) - before;
        database.sql("drop index remit_job_due").update();
        stock[pair] = millisOfOne(engine, POLLS_OF_STOCK);
      }
      print("%,d timers wait, none is due; %d pairs", TIMERS, PAIRS);
      tell("with the index on due dates", with);
      tell("the engine's own schema", stock);
      print("sequential scans of the timers with the index: %d in %d polls", scans, PAIRS * POLLS);
      assertThat(scans).isZero();
    }
  }

  /** They fall due within the next year. */
  private static void wait(JdbcClient database) {
    database.sql("""
        insert into act_ru_job (id_, rev_, type_, exclusive_, execution_id_, process_instance_id_, process_def_id_,
          process_def_key_, retries_, duedate_, handler_type_, handler_cfg_, suspension_state_, priority_, create_time_)
        select md5(n || 'job'), 1, 'timer', true, md5(n || ''), md5(n || ''), 'collection-case:1', 'collection-case', 3,
               current_timestamp + interval '1 day' + (n % 365) * interval '1 day', 'timer-transition', 'age', 1, 0,
               current_timestamp
          from generate_series(1, :timers) n
        """).param("timers", TIMERS).update();
    database.sql("checkpoint").update();
  }

  private static double millisOfOne(ProcessEngineConfigurationImpl engine, int polls) {
    IntStream.range(0, 3).forEach(warm -> poll(engine));
    long begin = System.nanoTime();
    IntStream.range(0, polls).forEach(each -> poll(engine));
    return (System.nanoTime() - begin) / 1e6 / polls;
  }

  private static void poll(ProcessEngineConfigurationImpl engine) {
    assertThat(engine.getCommandExecutorTxRequired().execute(new AcquireJobsCmd(engine.getJobExecutor())).size())
        .isZero();
  }

  /** What this session's own statements are not yet told of is told by a new one. */
  private static long scans(JdbcClient database) {
    database.sql("select pg_stat_clear_snapshot()").query(rows -> { });
    return database.sql("select seq_scan from pg_stat_user_tables where relname = 'act_ru_job'").query(Long.class)
        .single();
  }

  private static void tell(String what, double[] times) {
    print("%-30s median %s ms", what, Figures.of(Arrays.stream(times)));
  }
}
