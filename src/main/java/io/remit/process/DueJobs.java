package io.remit.process;

import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Optional;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.OptimisticLockingException;
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
  private static final int PAGE = 500;

  private final ManagementService management;

  DueJobs(ManagementService management) {
    this.management = management;
  }

  /**
   * Runs everything that is due now, and what becomes due by it, until nothing is.
   *
   * @return how many jobs were run, failed ones included
   */
  long runUntilQuiet() {
    long executed = 0;
    while (true) {
      List<Job> due = runnable().executable().orderByJobDuedate().asc().orderByJobId().asc().listPage(0, PAGE);
      if (due.isEmpty()) {
        return executed;
      }
      for (Job job : due) {
        if (execute(job.getId())) {
          executed++;
        }
      }
    }
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

  private JobQuery runnable() {
    return management.createJobQuery().active();
  }

  /** @return false if the job had gone already, by what another job did */
  private boolean execute(String jobId) {
    if (management.createJobQuery().jobId(jobId).count() == 0) {
      return false;
    }
    try {
      management.executeJob(jobId);
    } catch (OptimisticLockingException concurrent) {
      LOG.debug("Job {} met a concurrent change and runs again", jobId);
    } catch (RuntimeException failed) {
      // The engine has noted the failure, counts down the retries and shows an incident after the last.
      LOG.warn("Job {} failed: {}", jobId, failed.getClass().getSimpleName());
    }
    return true;
  }
}
