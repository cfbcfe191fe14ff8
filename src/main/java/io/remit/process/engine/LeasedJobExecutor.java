package io.remit.process.engine;

import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.camunda.bpm.engine.impl.ProcessEngineImpl;
import org.camunda.bpm.engine.impl.interceptor.CommandExecutor;
import org.camunda.bpm.engine.impl.jobexecutor.ExecuteJobsRunnable;
import org.camunda.bpm.engine.impl.jobexecutor.JobFailureCollector;
import org.camunda.bpm.engine.spring.components.jobexecutor.SpringJobExecutor;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.BeanUtils;

/** The engine's job executor, which works only on jobs that are still this node's, and keeps them while it does. */
final class LeasedJobExecutor extends SpringJobExecutor {

  private static final int BEATS_IN_A_LEASE = 3;

  private final DataSource database;
  private @Nullable JobLeases leases;
  private @Nullable ScheduledExecutorService heart;
  private @Nullable Future<?> beats;

  /** @param as what it is set to be like */
  LeasedJobExecutor(SpringJobExecutor as, DataSource database) {
    BeanUtils.copyProperties(as, this);
    this.database = database;
  }

  @Override
  protected void startExecutingJobs() {
    Duration lease = Duration.ofMillis(getLockTimeInMillis());
    JobLeases begun = new JobLeases(database, getLockOwner(), lease);
    ScheduledExecutorService beating =
        Executors.newSingleThreadScheduledExecutor(work -> new Thread(work, "job-leases"));
    long beat = lease.dividedBy(BEATS_IN_A_LEASE).toMillis();
    beats = beating.scheduleWithFixedDelay(begun::prolong, beat, beat, TimeUnit.MILLISECONDS);
    leases = begun;
    heart = beating;
    super.startExecutingJobs();
  }

  @Override
  protected void stopExecutingJobs() {
    super.stopExecutingJobs();
    if (beats != null && heart != null) {
      beats.cancel(true);
      heart.shutdownNow();
    }
  }

  @Override
  public Runnable getExecuteJobsRunnable(List<String> jobIds, ProcessEngineImpl engine) {
    return new ExecuteJobsRunnable(jobIds, engine) {
      @Override
      protected void executeJob(String jobId, CommandExecutor commands, JobFailureCollector failure) {
        JobLeases held = leases;
        if (held != null && held.begin(jobId)) {
          try {
            super.executeJob(jobId, commands, failure);
          } finally {
            held.end(jobId);
          }
        }
      }
    };
  }
}
