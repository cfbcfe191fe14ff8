package io.remit.process.engine;

import static io.remit.Benchmark.print;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.zaxxer.hikari.HikariDataSource;
import io.remit.Benchmark;
import io.remit.Benchmark.Figures;
import io.remit.BenchmarkArm;
import io.remit.PostgresCpu;
import io.remit.intake.ManyArrears;
import io.remit.process.time.DueJobs;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javax.sql.DataSource;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.jobexecutor.CallerRunsRejectedJobsHandler;
import org.camunda.bpm.engine.impl.jobexecutor.JobExecutor;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.spring.components.jobexecutor.SpringJobExecutor;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.concurrent.ThreadPoolTaskExecutor;

/**
 * A night of many waiting cases, of which some are due: their timers, decisions, the gate's window, and the messages
 * that are planned. By Remit's job executor; by the engine's own, as large and as often as that one; by a program in
 * JDBC that has the same duties and no engine ({@link NightByHand}); and by the two statements of a bank's own batch,
 * which decide and write the same and keep no record of why. In turns, each on a copy of one database. The first two
 * end alike. No part of the build:
 *
 * <pre>{@code
 * mvn -Pbenchmark test -Dtest=NightBenchmark
 * mvn -Pbenchmark test -Dtest=NightBenchmark -Dremit.benchmark.cases=1000000 -Dremit.benchmark.pairs=5
 * }</pre>
 */
class NightBenchmark {

  private static final int CASES = Integer.getInteger("remit.benchmark.cases", 10_000);
  private static final int PAIRS = Integer.getInteger("remit.benchmark.pairs", 5);
  private static final Instant BEGIN = LocalDate.of(2026, 3, 2).atTime(8, 0).toInstant(ZoneOffset.UTC);
  private static final Instant EVENING = BEGIN.plus(Duration.ofHours(12));
  private static final Instant NIGHT = BEGIN.plus(Duration.ofHours(28));
  private static final Duration PATIENCE = Duration.ofHours(1);
  private static final String TEMPLATE = "evening";

  @TempDir
  private Path folder;
  private int copies;

  private enum Way {
    REMIT("Remit"), STOCK("the engine's own executor"), BY_HAND("JDBC with the same duties"),
    BY_SETS("two statements, without a record");

    private final String words;

    Way(String words) {
      this.words = words;
    }
  }

  /** What one night by one way came to. */
  private record Night(double seconds, double java, double postgres, List<String> ends) {
  }

  @AfterEach
  void endOfTime() {
    ClockUtil.reset();
  }

  @Test
  void aNight() throws Exception {
    try (EmbeddedPostgres postgres = Benchmark.startPostgres()) {
      int due = prepare(postgres);
      Map<Way, List<Night>> nights = new TreeMap<>();
      for (int pair = -1; pair < PAIRS; pair++) {
        for (Way way : Way.values()) {
          Night night = night(postgres, way);
          if (pair >= 0) {
            // the first of each warms up
            nights.computeIfAbsent(way, first -> new ArrayList<>()).add(night);
          }
        }
      }
      tell(due, nights);
    }
  }

  /** Opens the cases and lets the day pass; what follows begins with a copy of this. */
  private int prepare(EmbeddedPostgres postgres) throws Exception {
    JdbcClient server = JdbcClient.create(postgres.getPostgresDatabase());
    server.sql("create database " + TEMPLATE).update();
    ClockUtil.setCurrentTime(Date.from(BEGIN));
    try (ConfigurableApplicationContext remit = remit(postgres, TEMPLATE)) {
      ManyArrears.open(remit, 0, CASES, ManyArrears.agesOfRealFiles(LocalDate.ofInstant(BEGIN, ZoneOffset.UTC), 1));
      remit.getBean(DueJobs.class).runUpTo(EVENING);
      JdbcClient database = remit.getBean(JdbcClient.class);
      NightByHand.prepare(database, NIGHT);
      Benchmark.settle(database);
      // each copy is a home of its own
      database.sql("delete from home_database").update();
      return due(database, NIGHT);
    }
  }

  private ConfigurableApplicationContext remit(EmbeddedPostgres postgres, String database) {
    ConfigurableApplicationContext remit = Benchmark.startRemit(postgres, database, folder.resolve(database),
        List.of(), "--camunda.bpm.job-execution.enabled=true");
    executorOf(remit).shutdown();
    return remit;
  }

  private static JobExecutor executorOf(ConfigurableApplicationContext remit) {
    return remit.getBean(ProcessEngineConfigurationImpl.class).getJobExecutor();
  }

  private Night night(EmbeddedPostgres postgres, Way way) throws Exception {
    JdbcClient server = JdbcClient.create(postgres.getPostgresDatabase());
    String name = "night" + copies++;
    server.sql("create database " + name + " template " + TEMPLATE).update();
    try {
      return way == Way.REMIT || way == Way.STOCK ? byEngine(postgres, name, way)
          : byPrograms(postgres.getDatabase("postgres", name), way);
    } finally {
      server.sql("drop database " + name + " with (force)").update();
    }
  }

  private Night byEngine(EmbeddedPostgres postgres, String name, Way way) throws Exception {
    ClockUtil.setCurrentTime(Date.from(EVENING));
    try (ConfigurableApplicationContext remit = remit(postgres, name)) {
      // time goes on, so that what was refused or failed is free again after its lock
      ClockUtil.offset(Duration.between(Clock.systemUTC().instant(), NIGHT).toMillis());
      JobExecutor executor = way == Way.REMIT ? executorOf(remit) : stock(remit);
      JdbcClient database = remit.getBean(JdbcClient.class);
      return measure(database, () -> {
        executor.start();
        await().atMost(PATIENCE).pollInterval(Duration.ofMillis(50))
            .until(() -> due(database, ClockUtil.getCurrentTime().toInstant()) == 0);
        executor.shutdown();
      });
    }
  }

  /** As its starter makes it, with as many threads and as much at once as Remit's, and as ready to look again. */
  private static JobExecutor stock(ConfigurableApplicationContext remit) {
    ProcessEngineConfigurationImpl engine = remit.getBean(ProcessEngineConfigurationImpl.class);
    engine.getDbSqlSessionFactory().getStatementMappings().remove(FreeJobs.LOOK);
    SpringJobExecutor given = (SpringJobExecutor) engine.getJobExecutor();
    ThreadPoolTaskExecutor threads = new ThreadPoolTaskExecutor();
    threads.setCorePoolSize(((ThreadPoolTaskExecutor) given.getTaskExecutor()).getCorePoolSize());
    threads.setQueueCapacity(given.getMaxJobsPerAcquisition());
    threads.initialize();
    SpringJobExecutor stock = new SpringJobExecutor();
    stock.setTaskExecutor(threads);
    stock.setRejectedJobsHandler(new CallerRunsRejectedJobsHandler());
    stock.setMaxJobsPerAcquisition(given.getMaxJobsPerAcquisition());
    stock.setWaitTimeInMillis(given.getWaitTimeInMillis());
    stock.setMaxWait(given.getMaxWait());
    // who executes asks the engine's own whether it works still
    engine.setJobExecutor(stock);
    stock.registerProcessEngine(engine.getProcessEngine());
    return stock;
  }

  private static Night byPrograms(DataSource source, Way way) throws Exception {
    try (HikariDataSource pool = new HikariDataSource()) {
      pool.setDataSource(source);
      JdbcClient database = JdbcClient.create(pool);
      return measure(database, () -> {
        if (way == Way.BY_HAND) {
          new NightByHand(pool, NIGHT).run();
        } else {
          NightByHand.bySets(database, NIGHT);
        }
      });
    }
  }

  private static Night measure(JdbcClient database, BenchmarkArm.Work work) throws Exception {
    Benchmark.settle(database);
    PostgresCpu cpu = new PostgresCpu(database);
    long java = Benchmark.processorTime();
    long postgres = cpu.spent().toNanos();
    long begin = System.nanoTime();
    work.run();
    double seconds = (System.nanoTime() - begin) / 1e9;
    return new Night(seconds, (Benchmark.processorTime() - java) / 1e9, (cpu.spent().toNanos() - postgres) / 1e9,
        ends(database));
  }

  /** Where the cases are, and what was planned for whom. */
  private static List<String> ends(JdbcClient database) {
    return database.sql("""
        select concat_ws(' ', c.debtor_id, c.stage, c.status,
                 (select string_agg(concat_ws(' ', a.channel, a.template, a.status), ', ' order by a.attempt_id)
                    from contact_attempt a where a.case_number = c.case_number))
          from collection_case c order by c.debtor_id
        """).query(String.class).list();
  }

  private static int due(JdbcClient database, Instant moment) {
    return database.sql("select count(*) from act_ru_job where duedate_ <= :moment and retries_ > 0")
        .param("moment", LocalDateTime.ofInstant(moment, ZoneId.systemDefault())).query(Integer.class).single();
  }

  private static void tell(int due, Map<Way, List<Night>> nights) {
    assertThat(nights.get(Way.REMIT)).allSatisfy(
        night -> assertThat(night.ends()).isEqualTo(nights.get(Way.STOCK).get(0).ends()));
    print("%,d waiting cases, %,d timers due, %d rounds in turns: median (range)", CASES, due, PAIRS);
    print("| | timers a second | seconds | of each: Java, ms | PostgreSQL, ms |");
    print("|---|---|---|---|---|");
    nights.forEach((way, all) -> {
      Figures seconds = Figures.of(all.stream().mapToDouble(Night::seconds));
      print("| %s | %.0f | %s | %s | %s |", way.words, due / seconds.median(), seconds,
          Figures.of(all.stream().mapToDouble(night -> night.java() * 1e3 / due)),
          Figures.of(all.stream().mapToDouble(night -> night.postgres() * 1e3 / due)));
    });
    double remit = median(nights, Way.REMIT);
    print("Remit took %.2f times as long as JDBC (target: 4), the engine's own %.2f times as long as Remit (2.5);"
        + " 50,000 timers would take Remit %.1f minutes (5)", remit / median(nights, Way.BY_HAND),
        median(nights, Way.STOCK) / remit, remit / due * 50_000 / 60);
  }

  private static double median(Map<Way, List<Night>> nights, Way way) {
    return Figures.of(nights.get(way).stream().mapToDouble(Night::seconds)).median();
  }
}
