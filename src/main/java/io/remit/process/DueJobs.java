package io.remit.process;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Date;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.JobQuery;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** Runs what is due, the oldest due date first, in the thread that asks for it. */
@Component
class DueJobs {

  private static final Logger LOG = LoggerFactory.getLogger(DueJobs.class);
  private static final int BATCH = 100;

  private final ManagementService management;
  private final ProcessEngineConfigurationImpl configuration;

  DueJobs(ManagementService management, ProcessEngineConfigurationImpl configuration) {
    this.management = management;
    this.configuration = configuration;
  }

  /**
   * Runs everything that is due now, and what becomes due by it, until nothing is.
   *
   * @return how many jobs were run, failed ones included
   */
  long runUntilQuiet() {
    long executed = 0;
    for (List<Job> due = oldest(); !due.isEmpty(); due = oldest()) {
      if (!executeTogether(due)) {
        due.forEach(job -> executeAlone(job.getId()));
      }
      executed += due.size();
    }
    return executed;
  }

  /**
   * Moves the engine's clock ahead from one due date to the next, up to a last moment, and runs everything at its time.
   * The clock is left at the last due date; whoever calls decides how it goes on from there.
   *
   * @return how many jobs were run, failed ones included
   */
  long runUpTo(Instant last) {
    long executed = runUntilQuiet();
    for (Optional<Instant> next = nextDue(last); next.isPresent(); next = nextDue(last)) {
      Instant now = ClockUtil.getCurrentTime().toInstant();
      ClockUtil.setCurrentTime(Date.from(next.get().isAfter(now) ? next.get() : now));
      executed += runUntilQuiet();
    }
    return executed;
  }

  /** The earliest moment at which something falls due, up to a last one. */
  private Optional<Instant> nextDue(Instant last) {
    return runnable().withRetriesLeft().duedateLowerThan(Date.from(last.plusMillis(1))).orderByJobDuedate().asc()
        .listPage(0, 1).stream().map(job -> job.getDuedate().toInstant()).findFirst();
  }

  /**
   * The jobs to run next: those of the oldest due date, as far as they cannot disturb one another, which cases of their
   * own cannot. A job of a called process runs alone, since its case may end it.
   */
  private List<Job> oldest() {
    List<Job> candidates = runnable().executable().orderByJobDuedate().asc().orderByJobId().asc().listPage(0, BATCH);
    List<Job> together = new ArrayList<>();
    Set<String> processes = new HashSet<>();
    for (Job job : candidates) {
      boolean first = together.isEmpty();
      boolean fits = job.getDuedate().equals(candidates.get(0).getDuedate()) && isCase(job) && isCase(candidates.get(0))
          && processes.add(job.getProcessInstanceId());
      if (first || fits) {
        together.add(job);
        processes.add(job.getProcessInstanceId());
      }
    }
    return together;
  }

  private static boolean isCase(Job job) {
    return CaseModel.KEY.equals(job.getProcessDefinitionKey());
  }

  private JobQuery runnable() {
    return management.createJobQuery().active();
  }

  /** @return false if one of them failed; then none has run */
  private boolean executeTogether(List<Job> jobs) {
    if (jobs.size() == 1) {
      return false;
    }
    try {
      configuration.getCommandExecutorTxRequired().execute(context -> {
        jobs.forEach(job -> management.executeJob(job.getId()));
        return null;
      });
      return true;
    } catch (RuntimeException oneFailed) {
      LOG.debug("A batch of {} jobs failed and is run one by one", jobs.size());
      return false;
    }
  }

  private void executeAlone(String jobId) {
    try {
      management.executeJob(jobId);
    } catch (OptimisticLockingException concurrent) {
      LOG.debug("Job {} met a concurrent change and runs again", jobId);
    } catch (RuntimeException failed) {
      // The engine has noted the failure, counts down the retries and shows an incident after the last.
      LOG.warn("Job {} failed: {}", jobId, failed.getClass().getSimpleName());
    }
  }
}
