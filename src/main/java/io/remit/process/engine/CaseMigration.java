package io.remit.process.engine;

import io.remit.cases.CaseLifecycle;
import io.remit.hold.Holds;
import io.remit.process.CaseModel;
import io.remit.promise.Promises;
import java.util.List;
import java.util.function.Consumer;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.migration.MigrationPlan;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Moves the cases that were opened with version 1 of {@code collection-case}, in which the hold was a process that the
 * case called, to the version of today. A case in a stage keeps its place, its tasks and its timers. One on hold begins
 * anew, on hold. Each hold and promise gets a process of its own. Nothing is to be done once all are moved.
 */
@Component
class CaseMigration {

  private static final Logger LOG = LoggerFactory.getLogger(CaseMigration.class);
  private static final int BATCH = 100;
  private static final String FIRST_VERSIONS = "1.%";

  private final RepositoryService repository;
  private final RuntimeService runtime;
  private final ProcessEngineConfigurationImpl configuration;
  private final CaseLifecycle lifecycle;
  private final Holds holds;
  private final Promises promises;

  CaseMigration(RepositoryService repository, RuntimeService runtime, ProcessEngineConfigurationImpl configuration,
      CaseLifecycle lifecycle, Holds holds, Promises promises) {
    this.repository = repository;
    this.runtime = runtime;
    this.configuration = configuration;
    this.lifecycle = lifecycle;
    this.holds = holds;
    this.promises = promises;
  }

  /** Moves them all, some hundred at a time; those that were moved stay moved if the next fail. */
  void moveToNewest() {
    ProcessDefinition newest = repository.createProcessDefinitionQuery().processDefinitionKey(CaseModel.KEY)
        .latestVersion().singleResult();
    repository.createProcessDefinitionQuery().processDefinitionKey(CaseModel.KEY).versionTagLike(FIRST_VERSIONS).list()
        .stream().filter(older -> !older.getId().equals(newest.getId())).forEach(older -> moveFrom(older, newest));
  }

  private void moveFrom(ProcessDefinition older, ProcessDefinition newest) {
    long moved = 0;
    for (List<String> held = onHold(older); !held.isEmpty(); held = onHold(older)) {
      moved += together(held, processes -> processes.forEach(this::beginAnewOnHold));
    }
    for (List<String> running = running(older); !running.isEmpty(); running = running(older)) {
      MigrationPlan plan = runtime.createMigrationPlan(older.getId(), newest.getId()).mapEqualActivities().build();
      moved += together(running, processes -> {
        runtime.newMigration(plan).processInstanceIds(processes).skipCustomListeners().skipIoMappings().execute();
        processes.forEach(process -> promises.follow(caseOf(process)));
      });
    }
    if (moved > 0) {
      LOG.info("{} cases were moved from version {} of {} to {}", moved, older.getVersionTag(), CaseModel.KEY,
          newest.getVersionTag());
    }
  }

  private long together(List<String> processes, Consumer<List<String>> move) {
    configuration.getCommandExecutorTxRequired().execute(context -> {
      move.accept(processes);
      return null;
    });
    return processes.size();
  }

  private void beginAnewOnHold(String processInstanceId) {
    String caseNumber = caseOf(processInstanceId);
    runtime.deleteProcessInstance(processInstanceId, "moved to the newest version", true, true);
    lifecycle.beginAnew(caseNumber);
    holds.review(caseNumber);
    promises.follow(caseNumber);
  }

  private String caseOf(String processInstanceId) {
    return runtime.createProcessInstanceQuery().processInstanceId(processInstanceId).singleResult().getBusinessKey();
  }

  private List<String> onHold(ProcessDefinition older) {
    return runtime.createProcessInstanceQuery().processDefinitionId(older.getId()).activityIdIn(CaseModel.ON_HOLD)
        .listPage(0, BATCH).stream().map(ProcessInstance::getId).toList();
  }

  private List<String> running(ProcessDefinition older) {
    return runtime.createProcessInstanceQuery().processDefinitionId(older.getId()).listPage(0, BATCH).stream()
        .map(ProcessInstance::getId).toList();
  }
}
