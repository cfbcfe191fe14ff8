package io.remit.process.time;

import static io.remit.Benchmark.print;
import static org.assertj.core.api.Assertions.assertThat;

import io.remit.Benchmark;
import io.remit.Benchmark.Figures;
import io.remit.intake.ManyArrears;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Date;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.impl.cfg.IdGenerator;
import org.camunda.bpm.engine.impl.persistence.StrongUuidGenerator;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.runtime.Job;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.beans.factory.config.BeanPostProcessor;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What a case costs a PostgreSQL on the disk and in its log (WAL): its start, the next stage, and a life of more than a
 * year in which nobody pays. As Remit sets the engine up, and the same application with what the engine's starter sets:
 * its full history, its ids, days of removal in each row of history, and none of the indexes that Remit adds to the
 * engine's tables. No part of the build:
 *
 * <pre>{@code
 * mvn test -Dtest=DiskBenchmark
 * mvn test -Dtest=DiskBenchmark -Dremit.benchmark.portfolio=200 -Dremit.benchmark.cases=100 -Dremit.benchmark.rounds=1
 * }</pre>
 */
class DiskBenchmark {

  /** Cases that are there before, so that rows come into indexes of some size. */
  private static final int PORTFOLIO = Integer.getInteger("remit.benchmark.portfolio", 5_000);
  private static final int CASES = Integer.getInteger("remit.benchmark.cases", 500);
  private static final int ROUNDS = Integer.getInteger("remit.benchmark.rounds", 3);
  /** Many enough that the first page of each table and index hardly counts. */
  private static final int LIVES = Integer.getInteger("remit.benchmark.lives", 100);
  private static final int DAYS = Integer.getInteger("remit.benchmark.days", 400);
  private static final int DAYS_BEFORE_MESSAGE = 6;
  private static final String BYTES = "%,.0f";
  private static final double MOST_OF_STARTER = 0.6;
  private static final Instant BEGIN = LocalDate.of(2026, 3, 2).atTime(8, 0).toInstant(ZoneOffset.UTC);

  @TempDir
  private Path folder;
  private int opened;

  /** The engine gives the ids that its starter has it give. No component, so that no other application finds it. */
  static class StartersIds {

    @Bean
    static BeanPostProcessor startersIds() {
      return new BeanPostProcessor() {
        @Override
        public Object postProcessAfterInitialization(Object bean, String name) {
          return bean instanceof IdGenerator ? new StrongUuidGenerator() : bean;
        }
      };
    }
  }

  /** One of the two, and what was measured: the bytes of a case, by phase. */
  private record Arm(String name, ConfigurableApplicationContext application, JdbcClient database,
      Map<String, List<Bytes>> measured) {
  }

  /**
   * @param log what was added to the log
   * @param disk what the database grew by, with indexes
   * @param engine what of it is the engine's tables
   */
  private record Bytes(double log, double disk, double engine) {
  }

  /** Something to be measured. */
  @FunctionalInterface
  private interface Work {
    void run() throws Exception;
  }

  @AfterEach
  void endOfTime() {
    ClockUtil.reset();
  }

  @Test
  void bytesOfACase() throws Exception {
    ClockUtil.setCurrentTime(Date.from(BEGIN));
    try (EmbeddedPostgres postgres = Benchmark.startPostgres()) {
      for (String name : List.of("remit", "starter")) {
        JdbcClient.create(postgres.getPostgresDatabase()).sql("create database " + name).update();
      }
      try (ConfigurableApplicationContext remit = start(postgres, "remit", List.of());
          ConfigurableApplicationContext starter = start(postgres, "starter", List.of(StartersIds.class),
              "--camunda.bpm.history-level=full",
              "--camunda.bpm.generic-properties.properties.history-removal-time-strategy=end",
              "--camunda.bpm.generic-properties.properties.history-cleanup-strategy=removalTimeBased",
              "--camunda.bpm.generic-properties.properties.task-metrics-enabled=true")) {
        Arm own = arm("Remit", remit);
        Arm starters = arm("the starter's settings", starter);
        own.database().sql("""
            select indexname from pg_indexes where tablename like 'act\\_%' and indexname like 'remit\\_%'
            """).query(String.class).list().forEach(index -> starters.database().sql("drop index " + index).update());
        List<Arm> arms = List.of(own, starters);
        for (Arm arm : arms) {
          ClockUtil.setCurrentTime(Date.from(BEGIN));
          int first = opened;
          measure(arm, "life of " + DAYS + " days", LIVES, () -> {
            open(arm, first, LIVES, 0);
            arm.application().getBean(DueJobs.class).runUpTo(BEGIN.plus(Duration.ofDays(DAYS)));
          });
        }
        opened += LIVES;
        Instant day = BEGIN.plus(Duration.ofDays(DAYS + 1));
        ClockUtil.setCurrentTime(Date.from(day));
        for (Arm arm : arms) {
          open(arm, opened, PORTFOLIO, 0);
        }
        opened += PORTFOLIO;
        for (int round = 0; round < ROUNDS; round++) {
          List<Arm> turn = new ArrayList<>(arms);
          Collections.rotate(turn, round);
          for (Arm arm : turn) {
            ClockUtil.setCurrentTime(Date.from(day));
            measure(arm, "start", CASES, () -> open(arm, opened, CASES, DAYS_BEFORE_MESSAGE));
            List<Job> due = jobs(arm).createJobQuery().activityId("timer_message_due")
                .duedateLowerThan(Date.from(day.plus(Duration.ofDays(1)))).list();
            assertThat(due).hasSize(CASES);
            ClockUtil.setCurrentTime(Date.from(day.plus(Duration.ofDays(1))));
            measure(arm, "next stage", CASES, () -> due.forEach(job -> jobs(arm).executeJob(job.getId())));
          }
          opened += CASES;
        }
        tell(arms);
      }
    }
  }

  private static ManagementService jobs(Arm arm) {
    return arm.application().getBean(ManagementService.class);
  }

  private static Arm arm(String name, ConfigurableApplicationContext application) {
    return new Arm(name, application, application.getBean(JdbcClient.class), new LinkedHashMap<>());
  }

  private ConfigurableApplicationContext start(EmbeddedPostgres postgres, String name, List<Class<?>> besides,
      String... settings) {
    String[] all = Stream.concat(Stream.of("--camunda.bpm.process-engine-name=" + name), Stream.of(settings))
        .toArray(String[]::new);
    return Benchmark.startRemit(postgres, name, folder.resolve(name), besides, all);
  }

  private static void open(Arm arm, int first, int count, int daysPastDue) throws IOException {
    LocalDate due = LocalDate.ofInstant(ClockUtil.getCurrentTime().toInstant(), ZoneOffset.UTC).minusDays(daysPastDue);
    ManyArrears.open(arm.application(), first, first + count, () -> due);
  }

  private static void measure(Arm arm, String phase, int cases, Work work) throws Exception {
    arm.database().sql("vacuum full").update();
    long engine = size(arm, "act\\_%");
    long all = size(arm, "%");
    arm.database().sql("checkpoint").update();
    long log = log(arm);
    work.run();
    double written = log(arm) - log;
    // without what waits to be cleared up
    arm.database().sql("vacuum full").update();
    Bytes bytes = new Bytes(written / cases, (double) (size(arm, "%") - all) / cases,
        (double) (size(arm, "act\\_%") - engine) / cases);
    arm.measured().computeIfAbsent(phase, first -> new ArrayList<>()).add(bytes);
    print("%s, %s: %,.0f bytes of log a case, %,.0f of disk, %,.0f of it the engine's", phase, arm.name(), bytes.log(),
        bytes.disk(), bytes.engine());
  }

  private static long log(Arm arm) {
    return arm.database().sql("select pg_wal_lsn_diff(pg_current_wal_insert_lsn(), '0/0')").query(Long.class).single();
  }

  private static long size(Arm arm, String tables) {
    return arm.database().sql("""
        select sum(pg_total_relation_size(oid)) from pg_class
         where relkind = 'r' and relnamespace = 'public'::regnamespace and relname like :tables
        """).param("tables", tables).query(Long.class).single();
  }

  private static void tell(List<Arm> arms) {
    print("%,d cases are there; %,d cases in each of %d rounds in turns; median (range), bytes a case", PORTFOLIO,
        CASES, ROUNDS);
    print("| | | log (WAL) | disk | of it the engine's tables |");
    print("|---|---|---|---|---|");
    for (String phase : arms.get(0).measured().keySet()) {
      List<Figures> logs = new ArrayList<>();
      List<Figures> disks = new ArrayList<>();
      for (Arm arm : arms) {
        List<Bytes> bytes = arm.measured().get(phase);
        Figures log = Figures.of(bytes.stream().mapToDouble(Bytes::log));
        Figures disk = Figures.of(bytes.stream().mapToDouble(Bytes::disk));
        logs.add(log);
        disks.add(disk);
        print("| %s | %s | %s | %s | %s |", phase, arm.name(), log.as(BYTES), disk.as(BYTES),
            Figures.of(bytes.stream().mapToDouble(Bytes::engine)).as(BYTES));
      }
      print("| | share | %.0f %% | %.0f %% | |", 100 * logs.get(0).median() / logs.get(1).median(),
          100 * disks.get(0).median() / disks.get(1).median());
    }
    print("the target is at most %.0f %% of the starter's a start", 100 * MOST_OF_STARTER);
  }
}
