package io.remit.process.trial;

import io.remit.trial.Lived.Drawings;
import java.util.List;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.migration.MigrationPlan;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.springframework.context.annotation.Profile;
import org.springframework.stereotype.Component;

/**
 * Moves what runs to the newest drawings, so that a trial shows their steps: each process whose elements are in the
 * newest one too keeps its place. It is for copies alone.
 */
@Component
@Profile("trial")
class OpenProcesses {

  private static final int BATCH = 100;

  private final RepositoryService repository;
  private final RuntimeService runtime;
  private final ProcessEngineConfigurationImpl configuration;

  OpenProcesses(RepositoryService repository, RuntimeService runtime, ProcessEngineConfigurationImpl configuration) {
    this.repository = repository;
    this.runtime = runtime;
    this.configuration = configuration;
  }

  /** Moves all that can be moved. */
  Drawings moveToNewest() {
    long moved = 0;
    long all = 0;
    for (ProcessDefinition newest : repository.createProcessDefinitionQuery().latestVersion().list()) {
      for (ProcessDefinition older : repository.createProcessDefinitionQuery().processDefinitionKey(newest.getKey())
          .list()) {
        List<String> running = older.getId().equals(newest.getId()) ? List.of() : running(older);
        all += running.size();
        moved += running.isEmpty() ? 0 : move(older, newest, running);
      }
    }
    return new Drawings(moved, all - moved);
  }

  private List<String> running(ProcessDefinition older) {
    return runtime.createProcessInstanceQuery().processDefinitionId(older.getId()).list().stream()
        .map(ProcessInstance::getId).sorted().toList();
  }

  private long move(ProcessDefinition older, ProcessDefinition newest, List<String> running) {
    MigrationPlan plan;
    try {
      plan = runtime.createMigrationPlan(older.getId(), newest.getId()).mapEqualActivities().build();
    } catch (ProcessEngineException notOne) {
      return 0;
    }
    long moved = 0;
    for (int from = 0; from < running.size(); from += BATCH) {
      moved += moveTogether(plan, running.subList(from, Math.min(from + BATCH, running.size())));
    }
    return moved;
  }

  /** Of those that cannot be moved together each half is tried alone. */
  private long moveTogether(MigrationPlan plan, List<String> processes) {
    try {
      configuration.getCommandExecutorTxRequired().execute(context -> {
        runtime.newMigration(plan).processInstanceIds(processes).skipCustomListeners().skipIoMappings().execute();
        return null;
      });
      return processes.size();
    } catch (RuntimeException one) {
      if (processes.size() == 1) {
        return 0;
      }
      int half = processes.size() / 2;
      return moveTogether(plan, processes.subList(0, half))
          + moveTogether(plan, processes.subList(half, processes.size()));
    }
  }
}
