package io.remit.process;

import io.remit.cases.LockedCases;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.runtime.Job;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/**
 * Jobs of several cases in one transaction, which asks once for what all of them ask. They cannot disturb one another,
 * as each has a case of its own.
 */
@Component
public class JobsOfCases {

  private static final Logger LOG = LoggerFactory.getLogger(JobsOfCases.class);

  private final ManagementService management;
  private final RuntimeService runtime;
  private final ProcessEngineConfigurationImpl configuration;
  private final LockedCases cases;

  JobsOfCases(@Lazy ManagementService management, @Lazy RuntimeService runtime,
      @Lazy ProcessEngineConfigurationImpl configuration, LockedCases cases) {
    this.management = management;
    this.runtime = runtime;
    this.configuration = configuration;
    this.cases = cases;
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
        // read together, so that the engine finds each of them without asking
        Map<String, Job> there = management.createJobQuery().jobIds(Set.copyOf(jobIds)).list().stream()
            .collect(Collectors.toMap(Job::getId, Function.identity()));
        List<Job> chosen = oneOfEachCase(jobIds.stream().map(there::get).filter(Objects::nonNull));
        if (chosen.size() < 2) {
          return Set.of();
        }
        cases.together(casesOf(chosen), () -> chosen.forEach(job -> management.executeJob(job.getId())));
        return chosen.stream().map(Job::getId).collect(Collectors.toSet());
      });
    } catch (RuntimeException oneFailed) {
      LOG.debug("A batch of {} jobs failed and is run one by one", jobIds.size());
      return Set.of();
    }
  }

  private List<String> casesOf(List<Job> jobs) {
    return runtime.createProcessInstanceQuery()
        .processInstanceIds(jobs.stream().map(Job::getProcessInstanceId).collect(Collectors.toSet())).list().stream()
        .map(ProcessInstance::getBusinessKey).toList();
  }
}
