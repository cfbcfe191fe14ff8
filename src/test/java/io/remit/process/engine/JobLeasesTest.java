package io.remit.process.engine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.awaitility.Awaitility.await;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;

import io.remit.database.PostgresDatabase;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.sql.Statement;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicInteger;
import javax.sql.DataSource;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.impl.ProcessEngineImpl;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.cfg.StandaloneProcessEngineConfiguration;
import org.camunda.bpm.engine.impl.cmd.AcquireJobsCmd;
import org.camunda.bpm.engine.impl.interceptor.CommandExecutor;
import org.camunda.bpm.engine.impl.jobexecutor.AcquiredJobs;
import org.camunda.bpm.engine.spring.components.jobexecutor.SpringJobExecutor;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.datasource.DelegatingDataSource;
import org.springframework.jdbc.datasource.SingleConnectionDataSource;
import org.springframework.scheduling.concurrent.ThreadPoolTaskExecutor;

/** Two engines with their job executors on one PostgreSQL, and locks of a second. */
@Tag("long")
class JobLeasesTest {

  private static final Duration LEASE = Duration.ofSeconds(1);
  private static final Duration PATIENCE = Duration.ofSeconds(30);

  private static PostgresDatabase postgres;
  private static JdbcClient database;

  private final CountDownLatch working = new CountDownLatch(1);
  private final CountDownLatch end = new CountDownLatch(1);
  private final List<Node> nodes = new ArrayList<>();

  @BeforeAll
  static void make() {
    postgres = PostgresDatabase.create();
    database = JdbcClient.create(postgres.dataSource());
  }

  @AfterEach
  void stop() {
    end.countDown();
    nodes.forEach(Node::close);
  }

  @AfterAll
  static void drop() {
    postgres.close();
  }

  /** An engine; what it works on it counts. */
  private static final class Node implements AutoCloseable {

    private final ThreadPoolTaskExecutor threads = new ThreadPoolTaskExecutor();
    private final AtomicInteger begun = new AtomicInteger();
    private final ProcessEngine engine;
    private final LeasedJobExecutor executor;

    Node(String name, DataSource database, JavaDelegate work) {
      threads.setCorePoolSize(2);
      threads.initialize();
      SpringJobExecutor given = new SpringJobExecutor();
      given.setTaskExecutor(threads);
      given.setLockTimeInMillis((int) LEASE.toMillis());
      given.setWaitTimeInMillis(50);
      given.setMaxWait(100);
      executor = new LeasedJobExecutor(given, database, new LeasedEngine.EachByItself());
      StandaloneProcessEngineConfiguration configuration = new StandaloneProcessEngineConfiguration();
      configuration.setProcessEngineName(name);
      configuration.setDataSource(database);
      configuration.setDatabaseSchemaUpdate("true");
      configuration.setMetricsEnabled(false);
      configuration.setJobExecutorActivate(false);
      configuration.setJobExecutor(executor);
      configuration.setBeans(Map.of("work", (JavaDelegate) execution -> {
        begun.incrementAndGet();
        work.execute(execution);
      }));
      configuration.setProcessEnginePlugins(List.of(new FreeJobs()));
      configuration.setEnsureJobDueDateNotNull(true);
      configuration.setJobExecutorAcquireByDueDate(true);
      engine = configuration.buildProcessEngine();
    }

    CommandExecutor commands() {
      return ((ProcessEngineConfigurationImpl) engine.getProcessEngineConfiguration()).getCommandExecutorTxRequired();
    }

    void startProcess() {
      engine.getRepositoryService().createDeployment().addModelInstance("long.bpmn",
          Bpmn.createExecutableProcess("long").camundaHistoryTimeToLive(1).startEvent().serviceTask()
              .camundaAsyncBefore().camundaDelegateExpression("${work}").endEvent().done()).deploy();
      engine.getRuntimeService().startProcessInstanceByKey("long");
    }

    @Override
    public void close() {
      executor.shutdown();
      engine.close();
      threads.shutdown();
    }
  }

  private Node node(String name, JavaDelegate work) {
    return node(name, postgres.dataSource(), work);
  }

  private Node node(String name, DataSource source, JavaDelegate work) {
    Node node = new Node(name, source, work);
    nodes.add(node);
    return node;
  }

  private static LocalDateTime lockedUntil() {
    return database.sql("select lock_exp_time_ from act_ru_job").query(LocalDateTime.class).single();
  }

  @Test
  void aJobThatLastsLongerThanItsLockStaysWithItsNode() {
    Node one = node("one", execution -> {
      working.countDown();
      assertThat(end.await(PATIENCE.toSeconds(), TimeUnit.SECONDS)).isTrue();
    });
    Node other = node("other", execution -> { });
    one.startProcess();
    one.executor.start();
    await().atMost(PATIENCE).until(() -> working.getCount() == 0);
    LocalDateTime first = lockedUntil();
    other.executor.start();

    await().atMost(PATIENCE).until(() -> lockedUntil().isAfter(first.plus(LEASE)));
    assertThat(other.begun).as("the first lock has run out, and the job is the node's").hasValue(0);
    end.countDown();
    await().atMost(PATIENCE).until(() -> count() == 0);

    assertThat(one.begun).hasValue(1);
    assertThat(other.begun).hasValue(0);
    assertThat(one.engine.getRuntimeService().createIncidentQuery().count()).isZero();
  }

  @Test
  void whatADeadNodeHeldIsTakenOverAndItComesTooLate() {
    Node node = node("one", execution -> working.countDown());
    node.startProcess();
    String job = database.sql("select id_ from act_ru_job").query(String.class).single();
    database.sql("update act_ru_job set lock_owner_ = 'dead' where id_ = :job").param("job", job).update();
    JobLeases dead = new JobLeases(postgres.dataSource(), "dead", LEASE);
    assertThat(dead.begin(List.of(job))).isTrue();
    assertThat(dead.begin(List.of(job))).as("it is at it").isFalse();
    LocalDateTime until = lockedUntil();
    node.executor.start();

    await().atMost(PATIENCE).until(() -> count() == 0);
    assertThat(LocalDateTime.now(ZoneId.systemDefault())).as("its lock was kept to its end").isAfterOrEqualTo(until);
    assertThat(node.begun).hasValue(1);
    dead.prolong();
    dead.end(List.of(job));
    assertThat(dead.begin(List.of(job))).as("it is done").isFalse();
  }

  @Test
  void whoFindsALockRunOutTakesItInVainIfItsNodeBeginsMeanwhile() {
    Node node = node("one", execution -> { });
    node.startProcess();
    database.sql("update act_ru_job set lock_owner_ = 'slow', lock_exp_time_ = now() - interval '1 hour'").update();
    Map<String, Object> seen = database.sql("select id_, rev_ from act_ru_job").query().singleRow();
    JobLeases slow = new JobLeases(postgres.dataSource(), "slow", LEASE);

    assertThat(slow.begin(List.of((String) seen.get("id_")))).isTrue();

    assertThat(database.sql("update act_ru_job set lock_owner_ = 'thief' where id_ = :job and rev_ = :rev")
        .param("job", seen.get("id_")).param("rev", seen.get("rev_")).update()).isZero();
    database.sql("update act_ru_job set lock_owner_ = 'thief'").update();
    LocalDateTime thiefs = lockedUntil();
    slow.prolong();
    assertThat(lockedUntil()).as("another's lock is not prolonged").isEqualTo(thiefs);
    node.executor.start();
    await().atMost(PATIENCE).until(() -> count() == 0);
  }

  @Test
  void aThreadThatFindsNoDatabaseLeavesItsShareAndLives() {
    AtomicBoolean away = new AtomicBoolean();
    Node node = node("one", new DelegatingDataSource(postgres.dataSource()) {
      @Override
      public Connection getConnection() throws SQLException {
        if (away.get()) {
          throw new SQLTransientConnectionException("the server is away");
        }
        return super.getConnection();
      }
    }, execution -> { });
    node.executor.start();
    away.set(true);
    try {
      Runnable share = node.executor.getExecuteJobsRunnable(List.of("one", "other"), (ProcessEngineImpl) node.engine);
      assertThatCode(share::run).doesNotThrowAnyException();
    } finally {
      away.set(false);
    }
    node.startProcess();
    await().atMost(PATIENCE).until(() -> count() == 0);
    assertThat(node.begun).hasValue(1);
  }

  @Test
  void whatAnotherNodeIsTakingIsPassedOver() throws SQLException {
    Node node = node("one", execution -> { });
    node.startProcess();
    node.startProcess();
    try (Connection connection = postgres.dataSource().getConnection()) {
      SingleConnectionDataSource other = new SingleConnectionDataSource(connection, true);
      connection.setAutoCommit(false);
      String taken = JdbcClient.create(other).sql("select id_ from act_ru_job limit 1 for update").query(String.class)
          .single();
      String free = database.sql("select id_ from act_ru_job where id_ <> :taken").param("taken", taken)
          .query(String.class).single();

      AcquiredJobs found = assertTimeoutPreemptively(PATIENCE,
          () -> node.commands().execute(new AcquireJobsCmd(node.executor, 1)));

      assertThat(found.getJobIdBatches()).containsExactly(List.of(free));
      assertThat(found.getNumberOfJobsFailedToLock()).isZero();
      connection.rollback();
    }
    node.executor.start();
    await().atMost(PATIENCE).until(() -> count() == 0);
    assertThat(node.begun).hasValue(2);
  }

  @Test
  void aLookDoesNotReadAllThatIsDue() {
    Node node = node("one", execution -> { });
    node.startProcess();
    database.sql("create index if not exists remit_job_due on act_ru_job (duedate_)").update();
    database.sql("""
        insert into act_ru_job (id_, rev_, type_, exclusive_, execution_id_, process_instance_id_, retries_, duedate_,
          handler_type_, suspension_state_, priority_)
        select md5(n || 'job'), 1, 'timer', true, md5(n || ''), md5(n || ''), 3, now() - interval '1 hour', 'none', 1, 0
          from generate_series(1, 5000) n
        """).update();
    database.sql("analyze act_ru_job").update();

    int scans = node.commands().execute(context -> {
      assertThat(new AcquireJobsCmd(node.executor, 3).execute(context).size()).isEqualTo(3);
      try (Statement statement = context.getDbSqlSession().getSqlSession().getConnection().createStatement();
          ResultSet row = statement.executeQuery(
              "select seq_scan from pg_stat_xact_user_tables where relname = 'act_ru_job'")) {
        assertThat(row.next()).isTrue();
        return row.getInt(1);
      } catch (SQLException failed) {
        throw new IllegalStateException(failed);
      }
    });

    assertThat(scans).isZero();
    database.sql("delete from act_ru_job where handler_type_ = 'none'").update();
    node.executor.start();
    await().atMost(PATIENCE).until(() -> count() == 0);
  }

  private static int count() {
    return database.sql("select count(*) from act_ru_job").query(Integer.class).single();
  }
}
