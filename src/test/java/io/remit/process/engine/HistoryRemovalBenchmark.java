package io.remit.process.engine;

import static io.remit.Benchmark.print;
import static org.assertj.core.api.Assertions.assertThat;

import io.remit.Benchmark;
import io.remit.Benchmark.Figures;
import io.remit.intake.ArrearsIntake;
import io.remit.intake.PaymentsIntake;
import io.remit.privacy.HistoryCleanup;
import io.remit.process.time.DueJobs;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.camunda.bpm.engine.TaskService;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.task.Task;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What people feel while the engine removes the history of cases that were closed years ago: somebody who reads the
 * list of open tasks and claims one, again and again, beside the removal and without it. No part of the build:
 *
 * <pre>{@code
 * mvn test -Dtest=HistoryRemovalBenchmark
 * mvn test -Dtest=HistoryRemovalBenchmark -Dremit.benchmark.closed=2000 -Dremit.benchmark.rounds=1
 * mvn test -Dtest=HistoryRemovalBenchmark -Dremit.benchmark.removed=100     # processes in a transaction
 * }</pre>
 */
class HistoryRemovalBenchmark {

  private static final int CLOSED = Integer.getInteger("remit.benchmark.closed", 20_000);
  private static final int ROUNDS = Integer.getInteger("remit.benchmark.rounds", 3);
  private static final int REMOVED = Integer.getInteger("remit.benchmark.removed", 0);
  private static final int ORIGINALS = 20;
  private static final int DAYS_OF_A_CASE = 60;
  private static final int OPEN = 100;
  private static final int PAGE = 15;
  private static final Duration QUIET = Duration.ofSeconds(20);
  private static final Duration BREAK = Duration.ofMillis(20);
  private static final Duration PATIENCE = Duration.ofMinutes(15);
  private static final Instant BEGIN = LocalDate.of(2026, 3, 2).atTime(8, 0).toInstant(ZoneOffset.UTC);
  private static final String LONG_AGO = "interval '10 years'";

  @TempDir
  private Path folder;

  @AfterEach
  void endOfTime() {
    ClockUtil.reset();
  }

  @Test
  void peopleBesideTheRemoval() throws Exception {
    ClockUtil.setCurrentTime(Date.from(BEGIN));
    try (EmbeddedPostgres postgres = Benchmark.startPostgres();
        ConfigurableApplicationContext application = Benchmark.startRemit(postgres, "postgres", folder, List.of(),
            "--camunda.bpm.job-execution.enabled=true")) {
      ProcessEngineConfigurationImpl engine = application.getBean(ProcessEngineConfigurationImpl.class);
      engine.getJobExecutor().shutdown();
      if (REMOVED > 0) {
        engine.setHistoryCleanupBatchSize(REMOVED);
      }
      JdbcClient database = application.getBean(JdbcClient.class);
      DueJobs due = application.getBean(DueJobs.class);
      open(application, 0, ORIGINALS);
      due.runUpTo(BEGIN.plus(Duration.ofDays(DAYS_OF_A_CASE)));
      pay(application, ORIGINALS);
      due.runUntilQuiet();
      List<String> originals = database.sql("select id_ from act_hi_procinst where end_time_ is not null")
          .query(String.class).list();
      open(application, ORIGINALS, OPEN);
      due.runUpTo(ClockUtil.getCurrentTime().toInstant().plus(Duration.ofDays(2)));
      ClockUtil.offset(ClockUtil.getCurrentTime().getTime() - System.currentTimeMillis());
      List<double[]> without = new ArrayList<>();
      List<double[]> with = new ArrayList<>();
      people(application, QUIET, () -> true);
      for (int round = 0; round < ROUNDS; round++) {
        long rows = copy(database, originals);
        without.add(people(application, QUIET, () -> true));
        long begin = System.nanoTime();
        engine.getJobExecutor().start();
        application.getBean(HistoryCleanup.class).begin();
        with.add(people(application, PATIENCE, () -> database.sql("""
            select exists (select 1 from act_hi_procinst where end_time_ < current_timestamp - %s / 2)
            """.formatted(LONG_AGO)).query(Boolean.class).single()));
        engine.getJobExecutor().shutdown();
        print("%,d processes of %,d closed cases, %,d rows, were removed in %.1f s", database.sql(
            "select count(*) from copies").query(Integer.class).single() * originals.size(), CLOSED, rows,
            (System.nanoTime() - begin) / 1e9);
        assertThat(database.sql("select count(*) from act_hi_actinst where end_time_ < current_timestamp - " + LONG_AGO
            + " / 2").query(Integer.class).single()).as("nothing is left of them").isZero();
      }
      tell(without, with);
    }
  }

  private static void open(ConfigurableApplicationContext application, int first, int count) throws IOException {
    LocalDate due = LocalDate.ofInstant(ClockUtil.getCurrentTime().toInstant(), ZoneOffset.UTC).minusDays(35);
    assertThat(application.getBean(ArrearsIntake.class).apply(stream("account_number,product,currency,"
        + "outstanding_amount,overdue_amount,oldest_due_date,debtor_id,debtor_name,phone,time_zone\n"
        + IntStream.range(first, first + count).mapToObj(number -> "L-" + number + ",LOAN,EUR,460.00,460.00," + due
            + ",D" + number + ",Ann Example " + number + ",+4420794" + String.format("%05d", number)
            + ",Europe/London\n").collect(Collectors.joining())), false).opened()).isEqualTo(count);
  }

  private static void pay(ConfigurableApplicationContext application, int count) throws IOException {
    LocalDate today = LocalDate.ofInstant(ClockUtil.getCurrentTime().toInstant(), ZoneOffset.UTC);
    assertThat(application.getBean(PaymentsIntake.class).apply(stream("payment_reference,account_number,type,amount,"
        + "currency,value_date,reverses\n" + IntStream.range(0, count).mapToObj(number -> "P-" + number + ",L-" + number
            + ",PAYMENT,460.00,EUR," + today + ",\n").collect(Collectors.joining()))).posted()).isEqualTo(count);
  }

  private static ByteArrayInputStream stream(String content) {
    return new ByteArrayInputStream(content.getBytes(StandardCharsets.UTF_8));
  }

  /**
   * As many cases as closed ones are wanted, with the history of the first ones, ten years ago.
   *
   * @return how many rows that is
   */
  private static long copy(JdbcClient database, List<String> originals) {
    database.sql("drop table if exists copies").update();
    database.sql("create table copies as select md5(n || clock_timestamp()::text) as mark from generate_series(1, "
        + CLOSED / ORIGINALS + ") n").update();
    List<String> tables = database.sql("""
        select c.table_name from information_schema.columns c join information_schema.tables t using (table_name)
         where c.table_schema = 'public' and table_name like 'act\\_hi\\_%' and c.column_name = 'proc_inst_id_'
           and t.table_type = 'BASE TABLE'
        """).query(String.class).list();
    long rows = tables.stream().mapToLong(table -> copy(database, table, "proc_inst_id_ in (:originals)", originals))
        .sum();
    for (String table : List.of("act_hi_dec_in", "act_hi_dec_out")) {
      rows += copy(database, table, "dec_inst_id_ in (select id_ from act_hi_decinst where proc_inst_id_ in"
          + " (:originals))", originals);
    }
    Benchmark.settle(database);
    return rows;
  }

  private static long copy(JdbcClient database, String table, String which, List<String> originals) {
    List<String> columns = database.sql("select column_name || ' ' || data_type from information_schema.columns"
        + " where table_schema = 'public' and table_name = :table").param("table", table).query(String.class).list();
    String names = columns.stream().map(column -> column.substring(0, column.indexOf(' ')))
        .collect(Collectors.joining(", "));
    String values = columns.stream().map(column -> {
      String name = column.substring(0, column.indexOf(' '));
      if (column.contains("timestamp")) {
        return name + " - " + LONG_AGO;
      }
      return name.equals("id_") || name.endsWith("_inst_id_") || name.equals("super_process_instance_id_")
          || name.equals("execution_id_") ? "md5(mark || " + name + ")" : name;
    }).collect(Collectors.joining(", "));
    return database.sql(String.format(Locale.ROOT, "insert into %s (%s) select %s from %s, copies where %s", table,
        names, values, table, which)).param("originals", originals).update();
  }

  /** @return how long each of somebody's transactions took, in milliseconds */
  private static double[] people(ConfigurableApplicationContext application, Duration most, BooleanSupplier lasts)
      throws InterruptedException {
    TaskService tasks = application.getBean(TaskService.class);
    List<Double> times = new ArrayList<>();
    long begin = System.nanoTime();
    while (System.nanoTime() - begin < most.toNanos() && (times.size() % 50 > 0 || lasts.getAsBoolean())) {
      long start = System.nanoTime();
      List<Task> page = tasks.createTaskQuery().active().orderByDueDate().asc().listPage(0, PAGE);
      assertThat(page).isNotEmpty();
      Task task = page.get(times.size() % page.size());
      tasks.claim(task.getId(), "collector");
      tasks.claim(task.getId(), null);
      times.add((System.nanoTime() - start) / 1e6);
      Thread.sleep(BREAK.toMillis());
    }
    assertThat(Duration.ofNanos(System.nanoTime() - begin)).isLessThan(PATIENCE);
    return times.stream().mapToDouble(Double::doubleValue).sorted().toArray();
  }

  private static void tell(List<double[]> without, List<double[]> with) {
    print("%,d closed cases, %s, %d rounds; the list of tasks, and a claim and its return: ms, median (range)", CLOSED,
        REMOVED > 0 ? REMOVED + " processes in a transaction" : "as Remit is set", ROUNDS);
    print("| | median | p95 | longest |");
    print("|---|---|---|---|");
    print("| without the removal | %s | %s | %s |", at(without, 0.5), at(without, 0.95), at(without, 1));
    print("| beside it | %s | %s | %s |", at(with, 0.5), at(with, 0.95), at(with, 1));
  }

  private static String at(List<double[]> rounds, double share) {
    return Figures.of(rounds.stream().mapToDouble(times -> times[(int) ((times.length - 1) * share)])).as("%.1f");
  }
}
