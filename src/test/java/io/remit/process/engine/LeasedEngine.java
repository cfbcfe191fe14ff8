package io.remit.process.engine;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import javax.sql.DataSource;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.impl.cmd.ExecuteJobsCmd;
import org.camunda.bpm.engine.impl.interceptor.CommandExecutor;
import org.camunda.bpm.engine.impl.jobexecutor.ExecuteJobHelper;
import org.camunda.bpm.engine.impl.jobexecutor.JobFailureCollector;
import org.camunda.bpm.engine.spring.SpringProcessEngineConfiguration;
import org.camunda.bpm.engine.spring.components.jobexecutor.SpringJobExecutor;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.jdbc.support.JdbcTransactionManager;
import org.springframework.scheduling.concurrent.ThreadPoolTaskExecutor;

/** An engine with Remit's leases of jobs, for tests of other packages: each timer of a process writes one row. */
public final class LeasedEngine {

  /** Who did a timer, and when by the engine's clock. */
  public static final String DONE = "create table timer_done (timer varchar(20), node varchar(20),"
      + " at timestamp with time zone default clock_timestamp())";
  private static final String PROCESS = "timers";
  private static final String LATER = "2999-01-01T00:00:00Z";
  private static final Duration WORK = Duration.ofMillis(200);

  private LeasedEngine() {
  }

  /** As the engine runs them. */
  static final class EachByItself implements LeasedJobExecutor.Running {

    @Override
    public Set<String> together(List<String> jobIds) {
      return Set.of();
    }

    @Override
    public void alone(String jobId, CommandExecutor commands, JobFailureCollector failure) {
      ExecuteJobHelper.executeJob(jobId, commands, failure, new ExecuteJobsCmd(jobId, failure));
    }
  }

  /** Starts one that works on jobs until its program ends. */
  public static ProcessEngine start(String name, DataSource database, Duration lease) {
    return build(name, database, lease, true);
  }

  /** One that makes its tables and has the process, and works on nothing. */
  public static ProcessEngine prepare(DataSource database) {
    ProcessEngine engine = build("prepared", database, Duration.ofSeconds(1), false);
    engine.getRepositoryService().createDeployment().addModelInstance(PROCESS + ".bpmn",
        Bpmn.createExecutableProcess(PROCESS).camundaHistoryTimeToLive(1).startEvent()
            .intermediateCatchEvent().timerWithDate("${due}").serviceTask().camundaDelegateExpression("${done}")
            .endEvent().done()).deploy();
    return engine;
  }

  /** Starts processes that wait for long: {@code T0} and so on. */
  public static void wait(ProcessEngine engine, int count) {
    for (int number = 0; number < count; number++) {
      engine.getRuntimeService().startProcessInstanceByKey(PROCESS, "T" + number, Map.of("due", LATER));
    }
  }

  /** All that waits is due then, one behind the other within a second: what a dead node had is the oldest. */
  public static void makeDue(DataSource database, Instant due) {
    JdbcClient.create(database).sql("""
        update act_ru_job
           set duedate_ = cast(:due as timestamp) + (abs(hashtext(id_)) % 1000) * interval '1 millisecond'
        """).param("due", LocalDateTime.ofInstant(due, ZoneId.systemDefault())).update();
  }

  private static ProcessEngine build(String name, DataSource database, Duration lease, boolean works) {
    ThreadPoolTaskExecutor threads = new ThreadPoolTaskExecutor();
    // a node takes no more than it can do soon
    threads.setCorePoolSize(2);
    threads.setMaxPoolSize(2);
    threads.setQueueCapacity(3);
    threads.initialize();
    SpringJobExecutor given = new SpringJobExecutor();
    given.setTaskExecutor(threads);
    given.setLockOwner(name);
    given.setLockTimeInMillis((int) lease.toMillis());
    given.setWaitTimeInMillis(50);
    given.setMaxWait(200);
    JdbcClient rows = JdbcClient.create(database);
    SpringProcessEngineConfiguration configuration = new SpringProcessEngineConfiguration();
    configuration.setProcessEngineName(name);
    configuration.setDataSource(database);
    configuration.setTransactionManager(new JdbcTransactionManager(database));
    configuration.setDatabaseSchemaUpdate(works ? "false" : "true");
    configuration.setMetricsEnabled(false);
    configuration.setJobExecutorActivate(works);
    configuration.setJobExecutor(new LeasedJobExecutor(given, database, new EachByItself()));
    // without it nodes that want the same jobs fail, and each failure doubles how long they wait, up to a minute
    configuration.setProcessEnginePlugins(List.of(new FreeJobs()));
    configuration.setEnsureJobDueDateNotNull(true);
    configuration.setJobExecutorAcquireByDueDate(true);
    configuration.setBeans(Map.of("done", (JavaDelegate) execution -> {
      rows.sql("insert into timer_done (timer, node) values (:timer, :node)")
          .param("timer", execution.getProcessBusinessKey()).param("node", name).update();
      LockSupport.parkNanos(WORK.toNanos());
    }));
    return configuration.buildProcessEngine();
  }
}
