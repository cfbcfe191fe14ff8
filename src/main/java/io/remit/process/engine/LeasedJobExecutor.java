package io.remit.process.engine;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.camunda.bpm.engine.impl.ProcessEngineImpl;
import org.camunda.bpm.engine.impl.interceptor.CommandExecutor;
import org.camunda.bpm.engine.impl.jobexecutor.AcquiredJobs;
import org.camunda.bpm.engine.impl.jobexecutor.ExecuteJobsRunnable;
import org.camunda.bpm.engine.impl.jobexecutor.JobAcquisitionContext;
import org.camunda.bpm.engine.impl.jobexecutor.JobFailureCollector;
import org.camunda.bpm.engine.impl.jobexecutor.SequentialJobAcquisitionRunnable;
import org.camunda.bpm.engine.spring.components.jobexecutor.SpringJobExecutor;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.BeanUtils;
import org.springframework.scheduling.concurrent.ThreadPoolTaskExecutor;

/**
 * The engine's job executor, which works only on jobs that are still this node's, and keeps them while it does. Of what
 * it takes at once each thread does its share in one transaction, as far as it is of cases.
 */
final class LeasedJobExecutor extends SpringJobExecutor {

  private static final Logger LOG = LoggerFactory.getLogger(LeasedJobExecutor.class);
  private static final int BEATS_IN_A_LEASE = 3;

  /** How jobs are run. */
  interface Running {

    /** Runs what it can of some jobs in one transaction, and tells which it has run. */
    Set<String> together(List<String> jobIds);

    /**
     * Runs a job in a transaction of its own.
     *
     * @param failure learns why it failed
     * @throws RuntimeException if it failed
     */
    void alone(String jobId, CommandExecutor commands, JobFailureCollector failure);
  }

  private final DataSource database;
  private final Running running;
  private @Nullable JobLeases leases;
  private @Nullable ScheduledExecutorService heart;
  private @Nullable Future<?> beats;

  /**
   * @param as what it is set to be like
   * @param running how it runs what it has taken
   */
  LeasedJobExecutor(SpringJobExecutor as, DataSource database, Running running) {
    BeanUtils.copyProperties(as, this);
    this.database = database;
    this.running = running;
  }

  @Override
  protected void ensureInitialization() {
    super.ensureInitialization();
    acquireJobsRunnable = new SequentialJobAcquisitionRunnable(this) {
      @Override
      protected void executeJobs(JobAcquisitionContext context, ProcessEngineImpl engine, AcquiredJobs taken) {
        super.executeJobs(context, engine, inShares(taken));
      }
    };
  }

  /** As many shares as there are threads; jobs of one process stay together, and wait for one another. */
  private AcquiredJobs inShares(AcquiredJobs taken) {
    AcquiredJobs shares = new AcquiredJobs(taken.getNumberOfJobsAttemptedToAcquire());
    List<String> single = new ArrayList<>();
    for (List<String> batch : taken.getJobIdBatches()) {
      if (batch.size() == 1) {
        single.add(batch.get(0));
      } else {
        shares.addJobIdBatch(batch);
      }
    }
    int threads = getTaskExecutor() instanceof ThreadPoolTaskExecutor pool ? pool.getCorePoolSize() : 1;
    int share = (single.size() + threads - 1) / threads;
    for (int from = 0; from < single.size(); from += share) {
      shares.addJobIdBatch(List.copyOf(single.subList(from, Math.min(single.size(), from + share))));
    }
    return shares;
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
    List<String> left = new ArrayList<>(jobIds);
    return new ExecuteJobsRunnable(left, engine) {
      @Override
      public void run() {
        if (left.size() < 2 || shareBegun()) {
          super.run();
        }
      }

      /** Whether what is left of the share can be run one by one; without a database it is free after its lease. */
      private boolean shareBegun() {
        try {
          begin(left, () -> left.removeAll(running.together(left)));
          return true;
        } catch (RuntimeException databaseAway) {
          LOG.warn("{} jobs cannot be begun now: {}", left.size(), databaseAway.getClass().getName());
          return false;
        }
      }

      @Override
      protected void executeJob(String jobId, CommandExecutor commands, JobFailureCollector failure) {
        begin(List.of(jobId), () -> running.alone(jobId, commands, failure));
      }
    };
  }

  /** Does some work on jobs, if they are this node's. */
  private void begin(List<String> jobIds, Runnable work) {
    JobLeases held = leases;
    List<String> begun = List.copyOf(jobIds);
    if (held != null && held.begin(begun)) {
      try {
        work.run();
      } finally {
        held.end(begun);
      }
    }
  }
}
