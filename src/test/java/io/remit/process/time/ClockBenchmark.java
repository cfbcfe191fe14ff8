package io.remit.process.time;

import static io.remit.Benchmark.print;
import static org.assertj.core.api.Assertions.assertThat;

import io.remit.Benchmark;
import io.remit.Benchmark.Figures;
import io.remit.StatementCounter;
import io.remit.cases.NewsRound;
import io.remit.contact.dispatch.ContactWork;
import io.remit.intake.ManyArrears;
import io.remit.process.JobsOfCases;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Date;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What it costs to let the clock run over days: timers, decisions, the gate, messages and the rounds of each night,
 * with the timers of many cases in one transaction and with each by itself, as the engine's own executor runs them; in
 * turns, each on a new database of one server. Both end alike. No part of the build:
 *
 * <pre>{@code
 * mvn -Pbenchmark test -Dtest=ClockBenchmark
 * mvn -Pbenchmark test -Dtest=ClockBenchmark -Dremit.benchmark.cases=10000 -Dremit.benchmark.days=400
 * }</pre>
 */
class ClockBenchmark {

  private static final int CASES = Integer.getInteger("remit.benchmark.cases", 500);
  private static final int DAYS = Integer.getInteger("remit.benchmark.days", 30);
  private static final int PAIRS = Integer.getInteger("remit.benchmark.pairs", 5);
  private static final int SHOWN = Integer.getInteger("remit.benchmark.texts", 0);
  private static final Instant BEGIN = LocalDate.of(2026, 3, 2).atTime(8, 0).toInstant(ZoneOffset.UTC);

  @TempDir
  private Path folder;
  private int databases;

  private enum Way {
    TOGETHER, EACH_BY_ITSELF
  }

  /** What one run came to. */
  private record Run(double seconds, long jobs, double statements, double millisOfJava, List<String> ends) {
  }

  @AfterEach
  void endOfTime() {
    ClockUtil.reset();
  }

  @Test
  void daysOfTheClock() throws Exception {
    try (EmbeddedPostgres postgres = Benchmark.startPostgres()) {
      Map<Way, Figures> seconds = new EnumMap<>(Way.class);
      Map<Way, Figures> java = new EnumMap<>(Way.class);
      Map<Way, Run> last = new EnumMap<>(Way.class);
      // the first warms up
      run(postgres, Way.TOGETHER);
      for (int pair = 0; pair < PAIRS; pair++) {
        for (Way way : Way.values()) {
          Run run = run(postgres, way);
          seconds.computeIfAbsent(way, first -> new Figures()).add(run.seconds());
          java.computeIfAbsent(way, first -> new Figures()).add(run.millisOfJava());
          last.put(way, run);
        }
        assertThat(last.get(Way.TOGETHER).ends()).isEqualTo(last.get(Way.EACH_BY_ITSELF).ends());
      }
      print("%,d cases, %d days of the clock, %d pairs", CASES, DAYS, PAIRS);
      last.forEach((way, run) -> print("%s: %,d jobs in %s s; a job: %.1f statements, %s ms of Java", way, run.jobs(),
          seconds.get(way), run.statements(), java.get(way)));
    }
  }

  private Run run(EmbeddedPostgres postgres, Way way) throws Exception {
    String name = "clock" + databases++;
    JdbcClient.create(postgres.getPostgresDatabase()).sql("create database " + name).update();
    ClockUtil.setCurrentTime(Date.from(BEGIN));
    try (ConfigurableApplicationContext application =
        Benchmark.startRemit(postgres, name, folder.resolve(name), List.of(StatementCounter.class))) {
      ManyArrears.open(application, 0, CASES,
          ManyArrears.agesOfRealFiles(LocalDate.ofInstant(BEGIN, ZoneOffset.UTC), 1));
      JdbcClient jdbc = application.getBean(JdbcClient.class);
      Benchmark.settle(jdbc);
      StatementCounter counter = application.getBean(StatementCounter.class);
      DueJobs due = dueJobs(application, way);
      counter.reset();
      long processor = Benchmark.processorTime();
      long from = System.nanoTime();
      long jobs = due.runUpTo(BEGIN.plus(Duration.ofDays(DAYS)));
      double seconds = (System.nanoTime() - from) / 1e9;
      counter.printMost(SHOWN, (int) jobs);
      return new Run(seconds, jobs, (double) counter.total() / jobs,
          (Benchmark.processorTime() - processor) / 1e6 / jobs, ends(jdbc));
    }
  }

  private static DueJobs dueJobs(ConfigurableApplicationContext application, Way way) {
    EngineJobs jobs = new EngineJobs(application.getBean(ManagementService.class),
        application.getBean(JobsOfCases.class), way == Way.TOGETHER ? EngineJobs.TOGETHER : 1);
    return new DueJobs(jobs, application.getBean(ContactWork.class), application.getBean(NewsRound.class),
        application.getBean(Rounds.class));
  }

  /** Where the cases are, and what was written to whom and when. */
  private static List<String> ends(JdbcClient jdbc) {
    return jdbc.sql("""
        select concat_ws(' ', c.debtor_id, c.stage, c.status, c.stage_entered_at, c.treatment_not_before,
                 (select string_agg(concat_ws(' ', a.channel, a.template, a.status, a.planned_at), ', '
                    order by a.planned_at, a.channel) from contact_attempt a where a.case_number = c.case_number),
                 (select count(*) from case_event e where e.case_number = c.case_number),
                 (select count(*) from act_ru_task t join act_ru_execution x on x.id_ = t.proc_inst_id_
                   where x.business_key_ = c.case_number))
          from collection_case c order by c.debtor_id
        """).query(String.class).list();
  }
}
