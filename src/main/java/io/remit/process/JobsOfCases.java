package io.remit.process;

import io.remit.cases.LockedCases;
import io.remit.cases.MatterKey;
import java.util.Collection;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.cmd.ExecuteJobsCmd;
import org.camunda.bpm.engine.impl.interceptor.CommandExecutor;
import org.camunda.bpm.engine.impl.jobexecutor.ExecuteJobHelper;
import org.camunda.bpm.engine.impl.jobexecutor.JobFailureCollector;
import org.camunda.bpm.engine.runtime.Job;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Lazy;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * Runs jobs of cases: one by itself, or several in one transaction, which asks once for what all of them ask. They
 * cannot disturb one another, as each has a case of its own.
 */
@Component
public class JobsOfCases {

  private static final Logger LOG = LoggerFactory.getLogger(JobsOfCases.class);

  private final ManagementService management;
  private final RuntimeService runtime;
  private final ProcessEngineConfigurationImpl configuration;
  private final LockedCases cases;
  private final JdbcClient jdbc;

  JobsOfCases(@Lazy ManagementService management, @Lazy RuntimeService runtime,
      @Lazy ProcessEngineConfigurationImpl configuration, LockedCases cases, JdbcClient jdbc) {
    this.management = management;
    this.runtime = runtime;
    this.configuration = configuration;
    this.cases = cases;
    this.jdbc = jdbc;
  }

  /** Whether a job is a case's own; a job of a process that a case called may be ended by the case. */
  public static boolean isOfCase(Job job) {
    return CaseModel.KEY.equals(job.getProcessDefinitionKey());
  }

  /** Those of some jobs that cannot disturb one another: the first of each case. */
  public static List<Job> oneOfEachCase(Stream<Job> jobs) {
    Set<String> processes = new HashSet<>();
    return jobs.filter(job -> isOfCase(job) && processes.add(job.getProcessInstanceId())).toList();
  }

  /**
   * Runs those of some jobs that are of cases, one of each case.
   *
   * @return the ids of those that were run; none if there are fewer than two, or if one of them failed: then nothing is
   *     done, and nothing counts as tried
   */
  public Set<String> runTogether(Collection<String> jobIds) {
    try {
      return configuration.getCommandExecutorTxRequired().execute(context -> {
        Map<String, String> chosen = oneOfEachCase(jobIds);
        if (chosen.size() < 2) {
          return Set.of();
        }
        Set<String> run = new HashSet<>();
        // what the engine knows of a case it reads when nobody else can change it any more
        cases.together(chosen.values(), () -> stillThere(chosen.keySet()).forEach(job -> {
          management.executeJob(job);
          run.add(job);
        }));
        return run;
      });
    } catch (RuntimeException oneFailed) {
      LOG.debug("A batch of {} jobs failed and is run one by one", jobIds.size());
      return Set.of();
    }
  }

  /**
   * Runs a job by itself. Its case is locked before the engine reads anything of it: who works on the case meanwhile is
   * waited for, and who comes later waits, so that neither finds that the other has changed it. A job that is gone by
   * then is done.
   *
   * @throws RuntimeException if it fails, which the engine has noted then
   */
  public void runAlone(String jobId) {
    runAlone(jobId, configuration.getCommandExecutorTxRequired(), new JobFailureCollector(jobId));
  }

  /**
   * The same, for a job executor.
   *
   * @param commands run it in a transaction
   * @param failure learns why it failed
   */
  public void runAlone(String jobId, CommandExecutor commands, JobFailureCollector failure) {
    ExecuteJobHelper.executeJob(jobId, commands, failure, context -> {
      keyOf(jobId).map(MatterKey::caseNumberIn).ifPresent(cases::lock);
      boolean isThere = context.getJobManager().findJobById(jobId) != null;
      return isThere ? new ExecuteJobsCmd(jobId, failure).execute(context) : null;
    }, configuration);
  }

  /** The business key of the process for which a job is in the end. */
  private Optional<String> keyOf(String jobId) {
    return jdbc.sql("""
        select root.business_key_ from act_ru_job job
          join act_ru_execution root on root.id_ = coalesce(job.root_proc_inst_id_, job.process_instance_id_)
         where job.id_ = :job and root.business_key_ is not null
        """).param("job", jobId).query(String.class).optional();
  }

  /** The first of each case among some jobs, with its case. */
  private Map<String, String> oneOfEachCase(Collection<String> jobIds) {
    Map<String, String> caseOf = jdbc.sql("""
        select job.id_, process.business_key_ from act_ru_job job
          join act_ru_execution process on process.id_ = job.process_instance_id_
         where job.id_ in (:jobs) and job.process_def_key_ = :model and process.business_key_ is not null
        """).param("jobs", jobIds).param("model", CaseModel.KEY)
        .query((row, number) -> Map.entry(row.getString(1), row.getString(2))).list().stream()
        .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    Set<String> seen = new HashSet<>();
    Map<String, String> first = new LinkedHashMap<>();
    jobIds.stream().filter(job -> caseOf.containsKey(job) && seen.add(caseOf.get(job)))
        .forEach(job -> first.put(job, caseOf.get(job)));
    return first;
  }

  /** Reads some jobs and their processes together, so that the engine finds each of them without asking. */
  private List<String> stillThere(Set<String> jobIds) {
    List<Job> jobs = management.createJobQuery().jobIds(jobIds).list();
    if (!jobs.isEmpty()) {
      runtime.createProcessInstanceQuery()
          .processInstanceIds(jobs.stream().map(Job::getProcessInstanceId).collect(Collectors.toSet())).list();
    }
    Set<String> there = jobs.stream().map(Job::getId).collect(Collectors.toSet());
    return jobIds.stream().filter(there::contains).toList();
  }
}
