package io.remit.process.time;

import io.remit.process.CaseModel;
import java.time.Instant;
import java.util.Date;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.runtime.Job;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/** The engine's jobs, run in the thread that asks for it. */
@Component
class EngineJobs {

  private static final Logger LOG = LoggerFactory.getLogger(EngineJobs.class);
  private static final int BATCH = 100;

  private final ManagementService management;
  private final ProcessEngineConfigurationImpl configuration;

  EngineJobs(ManagementService management, ProcessEngineConfigurationImpl configuration) {
    this.management = management;
    this.configuration = configuration;
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
        .listPage(0, BATCH);
    if (candidates.isEmpty() || !isCase(candidates.get(0))) {
      return candidates.stream().limit(1).toList();
    }
    Date oldest = candidates.get(0).getDuedate();
    Set<String> processes = new HashSet<>();
    return candidates.stream().filter(job -> job.getDuedate().compareTo(oldest) == 0 && isCase(job))
        .filter(job -> processes.add(job.getProcessInstanceId())).toList();
  }

  private static boolean isCase(Job job) {
    return CaseModel.KEY.equals(job.getProcessDefinitionKey());
  }

  /** Runs them together; if one of them fails, one by one. */
  void run(List<Job> jobs) {
    if (!executeTogether(jobs)) {
      jobs.forEach(job -> executeAlone(job.getId()));
    }
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
