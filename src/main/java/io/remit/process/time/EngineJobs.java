package io.remit.process.time;

import io.remit.process.JobsOfCases;
import java.time.Instant;
import java.util.Date;
import java.util.List;
import java.util.Set;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.runtime.Job;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.stereotype.Component;

/** The engine's jobs, run in the thread that asks for it. */
@Component
class EngineJobs {

  static final int TOGETHER = 100;

  private static final Logger LOG = LoggerFactory.getLogger(EngineJobs.class);

  private final ManagementService management;
  private final JobsOfCases jobsOfCases;
  private final int most;

  @Autowired
  EngineJobs(ManagementService management, JobsOfCases jobsOfCases) {
    this(management, jobsOfCases, TOGETHER);
  }

  /** @param most how many jobs are run together */
  EngineJobs(ManagementService management, JobsOfCases jobsOfCases, int most) {
    this.management = management;
    this.jobsOfCases = jobsOfCases;
    this.most = most;
  }

  /**
   * The jobs to run next: those of the oldest due date, as far as they cannot disturb one another, which cases of their
   * own cannot. A job of a called process runs alone, since its case may end it.
   *
   * @param last due date to look for
   */
  List<Job> oldest(Instant last) {
    List<Job> candidates = management.createJobQuery().active().withRetriesLeft()
        .duedateLowerThan(Date.from(last.plusMillis(1))).orderByJobDuedate().asc().orderByJobId().asc()
        .listPage(0, most);
    if (candidates.isEmpty() || !JobsOfCases.isOfCase(candidates.get(0))) {
      return candidates.stream().limit(1).toList();
    }
    Date oldest = candidates.get(0).getDuedate();
    return JobsOfCases.oneOfEachCase(candidates.stream().filter(job -> job.getDuedate().compareTo(oldest) == 0));
  }

  /** Runs them together; if one of them fails, one by one. */
  void run(List<Job> jobs) {
    List<String> ids = jobs.stream().map(Job::getId).toList();
    Set<String> done = ids.size() == 1 ? Set.of() : jobsOfCases.runTogether(ids);
    ids.stream().filter(job -> !done.contains(job)).forEach(this::executeAlone);
  }

  private void executeAlone(String jobId) {
    try {
      jobsOfCases.runAlone(jobId);
    } catch (OptimisticLockingException concurrent) {
      LOG.debug("Job {} met a concurrent change and runs again", jobId);
    } catch (RuntimeException failed) {
      // The engine has noted the failure, counts down the retries and shows an incident after the last.
      LOG.warn("Job {} failed: {}", jobId, failed.getClass().getSimpleName());
    }
  }
}
