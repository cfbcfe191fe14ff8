package io.remit.process.engine;

import static io.remit.Benchmark.print;
import static org.assertj.core.api.Assertions.assertThat;

import io.remit.Benchmark;
import io.remit.Benchmark.Figures;
import io.remit.PostgresCpu;
import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Date;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.jobexecutor.JobExecutor;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.management.Metrics;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.camunda.bpm.spring.boot.starter.CamundaBpmAutoConfiguration;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.autoconfigure.ImportAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.DataSourceAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.DataSourceTransactionManagerAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.JdbcClientAutoConfiguration;
import org.springframework.boot.autoconfigure.jdbc.JdbcTemplateAutoConfiguration;
import org.springframework.boot.autoconfigure.transaction.TransactionAutoConfiguration;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.jdbc.core.simple.JdbcClient;

/**
 * What two nodes cost the database, in comparison with one, while they work off timers that are all due; and two nodes
 * of the engine as its starter for Spring Boot ships it. Each timer ends a process that waits for it and does nothing
 * else. No part of the build:
 *
 * <pre>{@code
 * mvn test -Dtest=NodesBenchmark
 * mvn test -Dtest=NodesBenchmark -Dremit.benchmark.timers=2000 -Dremit.benchmark.rounds=1
 * mvn test -Dtest=NodesBenchmark -Dremit.benchmark.levers=true     # what each lever gives
 * }</pre>
 */
class NodesBenchmark {

  private static final int TIMERS = Integer.getInteger("remit.benchmark.timers", 50_000);
  private static final int ROUNDS = Integer.getInteger("remit.benchmark.rounds", 3);
  private static final int WARM = 1_000;
  private static final Duration PATIENCE = Duration.ofMinutes(20);
  /** Whether two nodes of Remit work also without each of what makes their looks cheap. */
  private static final boolean LEVERS = Boolean.getBoolean("remit.benchmark.levers");
  private static final double MOST_CPU_OF_ONE_NODE = 1.15;
  private static final double MOST_FAILED = 2;

  @TempDir
  private Path folder;

  /** The engine as its starter sets it up. */
  @ImportAutoConfiguration({DataSourceAutoConfiguration.class, DataSourceTransactionManagerAutoConfiguration.class,
      TransactionAutoConfiguration.class, JdbcTemplateAutoConfiguration.class, JdbcClientAutoConfiguration.class,
      CamundaBpmAutoConfiguration.class})
  static class Stock {

    @Bean
    Aging aging() {
      return new Aging();
    }
  }

  /** What the process asks of Remit. */
  public static final class Aging {

    public Date inDays(DelegateExecution execution, int days) {
      return Date.from(ClockUtil.getCurrentTime().toInstant().plus(Duration.ofDays(days)));
    }
  }

  /**
   * One way to work the timers off.
   *
   * @param byDueDate whether what is due first is taken first
   * @param passesOver whether a node passes over what another one is taking
   */
  private record Arm(String name, List<ConfigurableApplicationContext> nodes, boolean byDueDate, boolean passesOver,
      List<Measured> measured) {

    void set() {
      for (ConfigurableApplicationContext node : nodes) {
        ProcessEngineConfigurationImpl engine = engine(node);
        engine.setJobExecutorAcquireByDueDate(byDueDate);
        if (passesOver) {
          engine.getDbSqlSessionFactory().getStatementMappings().put(FreeJobs.LOOK, FreeJobs.FREE);
        } else {
          engine.getDbSqlSessionFactory().getStatementMappings().remove(FreeJobs.LOOK);
        }
      }
    }
  }

  /**
   * @param looks how often a node asked for jobs
   * @param failed jobs that ended with an exception
   * @param scans how often the jobs were read from the first to the last
   */
  private record Measured(Duration wall, Duration cpu, long locked, long notLocked, long looks, long failed,
      long scans) {

    double failedLocks() {
      return 100.0 * notLocked / (locked + notLocked);
    }

    double cpuOfOne() {
      return cpu.toNanos() / 1e6 / TIMERS;
    }
  }

  @Test
  void twoNodes() throws Exception {
    try (EmbeddedPostgres postgres = Benchmark.startPostgres()) {
      JdbcClient.create(postgres.getPostgresDatabase()).sql("create database stock").update();
      try (ConfigurableApplicationContext one = remit(postgres, "one");
          ConfigurableApplicationContext other = remit(postgres, "other");
          ConfigurableApplicationContext stock = stock(postgres, "stock");
          ConfigurableApplicationContext otherStock = stock(postgres, "other-stock")) {
        List.of(one, other, stock, otherStock).forEach(NodesBenchmark::rest);
        assertThat(engine(one).isJobExecutorAcquireByDueDate()).isTrue();
        Arm single = new Arm("one node of Remit", List.of(one), true, true, new ArrayList<>());
        Arm pair = new Arm("two nodes of Remit", List.of(one, other), true, true, new ArrayList<>());
        List<Arm> arms = new ArrayList<>(List.of(single, pair));
        if (LEVERS) {
          arms.add(new Arm("two nodes of Remit, which take what the other is taking", List.of(one, other), true, false,
              new ArrayList<>()));
          arms.add(new Arm("two nodes of Remit, in any order", List.of(one, other), false, true, new ArrayList<>()));
          arms.add(new Arm("two nodes of Remit, both", List.of(one, other), false, false, new ArrayList<>()));
        }
        arms.add(new Arm("two stock nodes", List.of(stock, otherStock), false, false, new ArrayList<>()));
        PostgresCpu cpu = new PostgresCpu(one.getBean(JdbcClient.class));
        for (Arm arm : arms) {
          measure(arm, WARM, cpu);
        }
        for (int round = 0; round < ROUNDS; round++) {
          for (int turn = 0; turn < arms.size(); turn++) {
            Arm arm = arms.get((turn + round) % arms.size());
            arm.measured().add(measure(arm, TIMERS, cpu));
          }
        }
        tell(arms, idle(one.getBean(JdbcClient.class), cpu));
        double ratio = of(pair, Measured::cpuOfOne).median() / of(single, Measured::cpuOfOne).median();
        print("two nodes of Remit took %.2f times the CPU of one (target: %.2f), %.2f %% of locks failed (under %.0f)",
            ratio, MOST_CPU_OF_ONE_NODE, of(pair, Measured::failedLocks).median(), MOST_FAILED);
      }
    }
  }

  private ConfigurableApplicationContext remit(EmbeddedPostgres postgres, String name) {
    return Benchmark.startRemit(postgres, "postgres", folder.resolve(name), List.of(),
        "--camunda.bpm.process-engine-name=" + name, "--camunda.bpm.job-execution.enabled=true");
  }

  /** None of Remit's settings is read. */
  private static ConfigurableApplicationContext stock(EmbeddedPostgres postgres, String name) {
    return new SpringApplicationBuilder(Stock.class).web(WebApplicationType.NONE).run("--spring.config.name=none",
        "--camunda.bpm.auto-deployment-enabled=false", "--camunda.bpm.process-engine-name=" + name,
        "--spring.datasource.url=" + postgres.getJdbcUrl("postgres", "stock"), "--spring.datasource.username=postgres");
  }

  private static ProcessEngineConfigurationImpl engine(ConfigurableApplicationContext node) {
    return node.getBean(ProcessEngineConfigurationImpl.class);
  }

  private static void rest(ConfigurableApplicationContext node) {
    engine(node).getJobExecutor().shutdown();
    engine(node).getDbMetricsReporter().stop();
  }

  private static Measured measure(Arm arm, int timers, PostgresCpu cpu) throws InterruptedException {
    JdbcClient database = arm.nodes().get(0).getBean(JdbcClient.class);
    prepare(arm.nodes().get(0), database, timers);
    arm.nodes().forEach(node -> engine(node).getMetricsRegistry().getDbMeters().values()
        .forEach(meter -> meter.getAndClear()));
    arm.set();
    long scans = scans(database);
    Duration before = cpu.spent();
    long begin = System.nanoTime();
    arm.nodes().forEach(node -> engine(node).getJobExecutor().start());
    while (sum(arm, Metrics.JOB_SUCCESSFUL) < timers) {
      assertThat(Duration.ofNanos(System.nanoTime() - begin)).as("all is done").isLessThan(PATIENCE);
      Thread.sleep(20);
    }
    Duration wall = Duration.ofNanos(System.nanoTime() - begin);
    arm.nodes().stream().map(NodesBenchmark::engine).map(ProcessEngineConfigurationImpl::getJobExecutor)
        .forEach(JobExecutor::shutdown);
    Measured figures = new Measured(wall, cpu.spent().minus(before), sum(arm, Metrics.JOB_ACQUIRED_SUCCESS),
        sum(arm, Metrics.JOB_ACQUIRED_FAILURE), sum(arm, Metrics.JOB_ACQUISITION_ATTEMPT),
        sum(arm, Metrics.JOB_FAILED), scans(database) - scans);
    eachOnce(database, timers);
    if (timers == TIMERS) {
      print("%-20s %6.1f s, %.3f ms CPU a timer, %.2f %% of locks failed, %d looks, %d scans", arm.name(),
          wall.toMillis() / 1e3, figures.cpuOfOne(), figures.failedLocks(), figures.looks(), figures.scans());
    }
    return figures;
  }

  private static long sum(Arm arm, String metric) {
    return arm.nodes().stream().mapToLong(node -> engine(node).getMetricsRegistry().getDbMeterByName(metric).get())
        .sum();
  }

  /** How often the jobs were read from the first to the last, as far as sessions have told. */
  private static long scans(JdbcClient database) {
    return database.sql("select seq_scan from pg_stat_user_tables where relname = 'act_ru_job'").query(Long.class)
        .single();
  }

  /** One process is started, and its rows are copied. All timers were due within the last hour. */
  private static void prepare(ConfigurableApplicationContext node, JdbcClient database, int timers) {
    ProcessEngineConfigurationImpl engine = engine(node);
    if (engine.getRepositoryService().createProcessDefinitionQuery().processDefinitionKey("waits").count() == 0) {
      engine.getRepositoryService().createDeployment().addModelInstance("waits.bpmn", Bpmn.createExecutableProcess(
          "waits").camundaHistoryTimeToLive(1).startEvent("opened").intermediateCatchEvent("due").timerWithDate(
              "${aging.inDays(execution, 7)}").endEvent("done").done()).deploy();
    }
    database.sql("truncate act_ru_job, act_ru_execution, act_hi_procinst, act_hi_actinst, act_hi_job_log cascade")
        .update();
    engine.getRuntimeService().startProcessInstanceByKey("waits");
    copy(database, timers - 1, "act_ru_execution", "id_, root_proc_inst_id_, proc_inst_id_, parent_id_, act_inst_id_");
    copy(database, timers - 1, "act_ru_job", "id_, execution_id_, process_instance_id_, root_proc_inst_id_");
    copy(database, timers - 1, "act_hi_procinst", "id_, proc_inst_id_, root_proc_inst_id_");
    copy(database, timers - 1, "act_hi_actinst",
        "id_, parent_act_inst_id_, execution_id_, proc_inst_id_, root_proc_inst_id_");
    copy(database, timers - 1, "act_hi_job_log",
        "id_, job_id_, execution_id_, process_instance_id_, root_proc_inst_id_");
    database.sql("""
        update act_ru_job set duedate_ = current_timestamp - (abs(hashtext(id_)) % 3600 + 60) * interval '1 second'
        """).update();
    for (String command : List.of("vacuum analyze", "checkpoint")) {
      database.sql(command).update();
    }
    assertThat(database.sql("select count(*) from act_ru_job").query(Integer.class).single()).isEqualTo(timers);
  }

  /** @param ids the columns in which each copy has its own values */
  private static void copy(JdbcClient database, int copies, String table, String ids) {
    List<String> columns = database.sql("""
        select column_name from information_schema.columns where table_name = :table and table_schema = 'public'
        """).param("table", table).query(String.class).list();
    List<String> own = List.of(ids.split(", "));
    assertThat(columns).containsAll(own);
    String values = columns.stream().map(column -> own.contains(column)
        ? "regexp_replace(md5(n || " + column + "), '(.{8})(.{4})(.{4})(.{4})', '\\1-\\2-\\3-\\4-')" : column)
        .collect(Collectors.joining(", "));
    database.sql(String.format(Locale.ROOT, "insert into %s (%s) select %s from %s, generate_series(1, %d) n", table,
        String.join(", ", columns), values, table, copies)).update();
  }

  /** By what each process wrote at its end, in the transaction in which its timer went. */
  private static void eachOnce(JdbcClient database, int timers) {
    assertThat(database.sql("""
        select count(*) || ' ends of ' || count(distinct proc_inst_id_) || ' processes; left are '
          || (select count(*) from act_ru_execution) || ' executions, '
          || (select count(*) from act_ru_job) || ' jobs, '
          || (select count(*) from act_hi_procinst where end_time_ is null) || ' open processes'
          from act_hi_actinst where act_id_ = 'done'
        """).query(String.class).single()).isEqualTo(timers + " ends of " + timers
            + " processes; left are 0 executions, 0 jobs, 0 open processes");
  }

  private static double idle(JdbcClient database, PostgresCpu cpu) throws InterruptedException {
    database.sql("checkpoint").update();
    Duration before = cpu.spent();
    Thread.sleep(Duration.ofSeconds(10).toMillis());
    return cpu.spent().minus(before).toMillis() / 10.0;
  }

  private static Figures of(Arm arm, ToDoubleFunction<Measured> what) {
    return Figures.of(arm.measured().stream().mapToDouble(what));
  }

  private static void tell(List<Arm> arms, double idle) {
    print("%,d timers that are due, %d rounds in turns: median (range)", TIMERS, ROUNDS);
    print("| | CPU of the database a timer, ms | locks that failed, %% | looks a timer | jobs read whole a look |"
        + " jobs that failed | time, s | each once |");
    print("|---|---|---|---|---|---|---|---|");
    arms.forEach(arm -> print("| %s | %s | %s | %s | %.1f | %.0f | %s | yes |", arm.name(),
        of(arm, Measured::cpuOfOne).as("%.3f"), of(arm, Measured::failedLocks).as("%.2f"),
        of(arm, figures -> (double) figures.looks() / TIMERS).as("%.2f"),
        of(arm, figures -> (double) figures.scans() / figures.looks()).median(),
        of(arm, Measured::failed).median(), of(arm, figures -> figures.wall().toMillis() / 1e3).as("%.1f")));
    print("at rest the database spends %.1f ms CPU a second", idle);
  }
}
