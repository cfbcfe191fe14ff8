package io.remit.process.engine;

import static io.remit.Benchmark.print;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.remit.Benchmark;
import io.remit.Benchmark.Figures;
import io.remit.PostgresCpu;
import io.remit.RemitApplication;
import io.remit.intake.ArrearsIntake;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.Date;
import java.util.List;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import javax.sql.DataSource;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.jobexecutor.JobExecutor;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.spring.components.jobexecutor.SpringJobExecutor;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.scheduling.concurrent.ThreadPoolTaskExecutor;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * A night's timers, among many that wait: each asks what is known of its case, decides what comes next, plans a message
 * or brings up a task, and sets the next date. In turns, each on a database of its own: Remit's job executor; the
 * engine's own, for the same models and code; the same by plain JDBC, a hundred cases in a transaction; and what a
 * bank's batch may do, with five statements for all, which asks nothing about a debtor. No part of the build:
 *
 * <pre>{@code
 * mvn -Pbenchmark test -Dtest=NightBenchmark
 * mvn -Pbenchmark test -Dtest=NightBenchmark -Dremit.benchmark.cases=50000 -Dremit.benchmark.timers=1000000
 * }</pre>
 */
class NightBenchmark {

  private static final int CASES = Integer.getInteger("remit.benchmark.cases", 2_000);
  private static final int WAITING = Integer.getInteger("remit.benchmark.timers", 200_000);
  private static final int NIGHTS = Integer.getInteger("remit.benchmark.pairs", 5);
  private static final int TOGETHER = 100;
  private static final Duration PATIENCE = Duration.ofMinutes(60);
  private static final Instant BEGIN = LocalDate.of(2026, 3, 2).atTime(8, 0).toInstant(ZoneOffset.UTC);
  private static final String DUE = """
      select e.business_key_ as case_number, j.id_ as job from act_ru_job j
        join act_ru_execution e on e.id_ = j.process_instance_id_
        join collection_case c on c.case_number = e.business_key_
       where j.duedate_ <= :now order by j.duedate_
      """;
  private static final List<String> FOR_ALL = List.of("create temporary table due on commit drop as " + DUE, """
      insert into contact_attempt (case_number, debtor_id, stage, channel, person, status, template, actor, planned_at,
        allowed)
      select c.case_number, c.debtor_id, c.stage, 'SMS', 'DEBTOR', 'PLANNED', 'overdue-sms', 'remit', :now, false
        from due d join collection_case c on c.case_number = d.case_number
      """, """
      update collection_case c set treatments_in_stage = treatments_in_stage + 1, treatment_not_before = :next
        from due d where d.case_number = c.case_number
      """, """
      insert into case_event (case_number, at, type, actor, text) select case_number, :now, 'PLANNED', 'remit', 'sms'
        from due
      """, "update act_ru_job j set duedate_ = :next from due d where d.job = j.id_");

  @TempDir
  private Path folder;

  /** A way to spend the night, and what a timer took. */
  private record Arm(String name, Figures millis, Figures java, Figures postgres) {

    Arm(String name) {
      this(name, new Figures(), new Figures(), new Figures());
    }
  }

  /** Does all that is due. */
  @FunctionalInterface
  private interface Night {
    void spend(Instant now);
  }

  @AfterEach
  void endOfTime() {
    ClockUtil.reset();
  }

  @Test
  void theTimersOfNights() throws Exception {
    ClockUtil.setCurrentTime(Date.from(BEGIN));
    try (EmbeddedPostgres postgres = Benchmark.startPostgres()) {
      for (String name : List.of("remit", "stock")) {
        JdbcClient.create(postgres.getPostgresDatabase()).sql("create database " + name).update();
        try (ConfigurableApplicationContext opening = start(postgres, name)) {
          open(opening);
        }
      }
      for (String copy : List.of("plain", "bank")) {
        JdbcClient.create(postgres.getPostgresDatabase()).sql("create database " + copy + " template remit").update();
      }
      try (ConfigurableApplicationContext remit = start(postgres, "remit");
          ConfigurableApplicationContext stock = start(postgres, "stock")) {
        JdbcClient ofRemit = remit.getBean(JdbcClient.class);
        JdbcClient ofStock = stock.getBean(JdbcClient.class);
        JobExecutor own = remit.getBean(ProcessEngineConfigurationImpl.class).getJobExecutor();
        JobExecutor engines = engines(stock);
        DataSource plain = postgres.getDatabase("postgres", "plain");
        DataSource bank = postgres.getDatabase("postgres", "bank");
        PostgresCpu cpu = new PostgresCpu(ofRemit);
        Arm byRemit = new Arm("Remit's job executor");
        Arm byStock = new Arm("the engine's own");
        Arm byJdbc = new Arm("the same duties by JDBC");
        Arm byBank = new Arm("a bank's batch");
        // the first night warms up
        for (int night = 0; night <= NIGHTS; night++) {
          Instant now = BEGIN.plus(Duration.ofDays(2L * night + 1));
          ClockUtil.setCurrentTime(Date.from(now));
          measure(night, byRemit, now, ofRemit, cpu, moment -> work(own, ofRemit, moment));
          measure(night, byStock, now, ofStock, cpu, moment -> work(engines, ofStock, moment));
          measure(night, byJdbc, now, JdbcClient.create(plain), cpu, moment -> byJdbc(plain, moment));
          measure(night, byBank, now, JdbcClient.create(bank), cpu, moment -> forAll(bank, moment));
        }
        print("%,d cases, %,d other timers that wait, %d nights in turns; of a timer:", CASES, WAITING, NIGHTS);
        for (Arm arm : List.of(byRemit, byStock, byJdbc, byBank)) {
          print("%s: %s ms; processor, ms: Java %s, PostgreSQL %s", arm.name(), arm.millis(), arm.java(),
              arm.postgres());
        }
        print("Remit: %.0f timers a second, %.1f times the engine's own, %.2f of the same duties by JDBC",
            1000 / byRemit.millis().median(), byStock.millis().median() / byRemit.millis().median(),
            byJdbc.millis().median() / byRemit.millis().median());
      }
    }
  }

  private ConfigurableApplicationContext start(EmbeddedPostgres postgres, String name) {
    ConfigurableApplicationContext started = new SpringApplicationBuilder(RemitApplication.class).profiles("test")
        .run("--server.port=0", "--remit.work-folder=" + folder.resolve(name), "--remit.inbox.poll=1h",
            "--remit.dispatcher.threads=0", "--camunda.bpm.job-execution.enabled=true",
            "--spring.datasource.url=" + postgres.getJdbcUrl("postgres", name),
            "--spring.datasource.username=postgres", "--spring.datasource.password=postgres");
    started.getBean(ProcessEngineConfigurationImpl.class).getJobExecutor().shutdown();
    return started;
  }

  /** As the starter makes it, in an engine without what Remit sets about jobs. */
  private static JobExecutor engines(ConfigurableApplicationContext stock) {
    ProcessEngineConfigurationImpl engine = stock.getBean(ProcessEngineConfigurationImpl.class);
    engine.setJobExecutorAcquireByDueDate(false);
    engine.getDbSqlSessionFactory().getStatementMappings().remove(FreeJobs.LOOK);
    ThreadPoolTaskExecutor threads = new ThreadPoolTaskExecutor();
    threads.setCorePoolSize(3);
    threads.setMaxPoolSize(10);
    threads.setQueueCapacity(3);
    threads.initialize();
    SpringJobExecutor executor = new SpringJobExecutor();
    executor.setTaskExecutor(threads);
    executor.registerProcessEngine(engine.getProcessEngine());
    return executor;
  }

  private static void measure(int night, Arm arm, Instant now, JdbcClient database, PostgresCpu cpu, Night work) {
    database.sql("vacuum analyze").update();
    database.sql("checkpoint").update();
    int due = due(database, now);
    assertThat(due).as(arm.name()).isPositive();
    long processor = Benchmark.processorTime();
    long databases = cpu.spent().toNanos();
    long begin = System.nanoTime();
    work.spend(now);
    long nanos = System.nanoTime() - begin;
    print("night %d, %s: %,d timers in %.1f s", night, arm.name(), due, nanos / 1e9);
    if (night > 0) {
      arm.millis().add(nanos / 1e6 / due);
      arm.java().add((Benchmark.processorTime() - processor) / 1e6 / due);
      arm.postgres().add((cpu.spent().toNanos() - databases) / 1e6 / due);
    }
  }

  private static int due(JdbcClient database, Instant now) {
    return database.sql("select count(*) from act_ru_job where duedate_ <= :now and retries_ > 0")
        .param("now", local(now)).query(Integer.class).single();
  }

  /** As the engine writes it. */
  private static LocalDateTime local(Instant moment) {
    return LocalDateTime.ofInstant(moment, ZoneId.systemDefault());
  }

  private static void work(JobExecutor executor, JdbcClient database, Instant now) {
    executor.start();
    await().atMost(PATIENCE).pollInterval(Duration.ofMillis(20)).until(() -> due(database, now) == 0);
    executor.shutdown();
  }

  private static void forAll(DataSource source, Instant now) {
    JdbcClient database = JdbcClient.create(source);
    new TransactionTemplate(new JdbcTransactionManager(source)).executeWithoutResult(status ->
        FOR_ALL.forEach(statement -> database.sql(statement).param("now", local(now))
            .param("next", local(now.plus(Duration.ofDays(7)))).update()));
  }

  private static void byJdbc(DataSource source, Instant now) {
    JdbcClient database = JdbcClient.create(source);
    TransactionTemplate together = new TransactionTemplate(new JdbcTransactionManager(source));
    List<String[]> due = database.sql(DUE).param("now", local(now)).query((row, number) ->
        new String[] {row.getString("case_number"), row.getString("job")}).list();
    for (int from = 0; from < due.size(); from += TOGETHER) {
      List<String[]> some = due.subList(from, Math.min(due.size(), from + TOGETHER));
      together.executeWithoutResult(status -> some.forEach(each -> byJdbc(database, each[0], each[1], now)));
    }
  }

  /** Asks what Remit asks, and writes what it writes; the decision itself costs nothing. */
  private static void byJdbc(JdbcClient database, String caseNumber, String job, Instant now) {
    String debtor = (String) database.sql("select * from collection_case where case_number = :case for update")
        .param("case", caseNumber).query().singleRow().get("debtor_id");
    database.sql("select * from debtor where debtor_id = :debtor").param("debtor", debtor).query().singleRow();
    for (String table : List.of("account", "promise", "hold", "contact_attempt", "placement", "court_filing")) {
      database.sql("select * from " + table + " where case_number = :case").param("case", caseNumber).query()
          .listOfRows();
    }
    for (String table : List.of("opt_out", "contact_consent", "address_mark", "safety_note", "agreed_hours")) {
      database.sql("select * from " + table + " where debtor_id = :debtor").param("debtor", debtor).query()
          .listOfRows();
    }
    database.sql("""
        insert into contact_attempt (case_number, debtor_id, stage, channel, person, status, template, actor,
          planned_at, allowed)
        select case_number, debtor_id, stage, 'SMS', 'DEBTOR', 'PLANNED', 'overdue-sms', 'remit', :now, false
          from collection_case where case_number = :case
        """).param("now", local(now)).param("case", caseNumber).update();
    database.sql("""
        update collection_case set treatments_in_stage = treatments_in_stage + 1, treatment_not_before = :next
         where case_number = :case
        """).param("next", local(now.plus(Duration.ofDays(7)))).param("case", caseNumber).update();
    database.sql("""
        insert into case_event (case_number, at, type, actor, text) values (:case, :now, 'PLANNED', 'remit', 'sms')
        """).param("now", local(now)).param("case", caseNumber).update();
    database.sql("update act_ru_job set duedate_ = :next where id_ = :job")
        .param("next", local(now.plus(Duration.ofDays(7)))).param("job", job).update();
  }

  /** Two in three accounts are younger than a month, as in the real files. */
  private static void open(ConfigurableApplicationContext application) throws Exception {
    LocalDate today = LocalDate.ofInstant(BEGIN, ZoneOffset.UTC);
    Random random = new Random(1);
    String rows = IntStream.range(0, CASES).mapToObj(number -> "L-" + number + ",LOAN,EUR,460.00,460.00,"
        + today.minusDays(random.nextInt(3) < 2 ? random.nextInt(30) : random.nextInt(400)) + ",D" + number
        + ",PERSON,Ann Example " + number + ",+4420794" + String.format("%05d", number % 100_000) + ",d" + number
        + "@example.com,\"1 High Street\",London,GB-LND,GB,Europe/London\n").collect(Collectors.joining());
    assertThat(application.getBean(ArrearsIntake.class).apply(new ByteArrayInputStream(("account_number,product,"
        + "currency,outstanding_amount,overdue_amount,oldest_due_date,debtor_id,debtor_type,debtor_name,phone,email,"
        + "address,city,region,country,time_zone\n" + rows).getBytes(StandardCharsets.UTF_8)), false).opened())
        .isEqualTo(CASES);
    application.getBean(JdbcClient.class).sql("""
        insert into act_ru_job (id_, rev_, type_, exclusive_, execution_id_, process_instance_id_, process_def_id_,
          process_def_key_, retries_, duedate_, handler_type_, handler_cfg_, suspension_state_, priority_, create_time_)
        select md5(n || 'job'), 1, 'timer', true, md5(n || ''), md5(n || ''), 'collection-case:1', 'collection-case', 3,
               timestamp '2030-01-01 00:00:00' + (n % 365) * interval '1 day', 'timer-transition', 'age', 1, 0,
               current_timestamp
          from generate_series(1, :timers) n
        """).param("timers", WAITING).update();
  }
}
