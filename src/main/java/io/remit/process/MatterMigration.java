package io.remit.process;

import java.util.List;
import java.util.stream.Stream;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.migration.MigrationPlan;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.camunda.bpm.model.bpmn.BpmnModelInstance;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Moves disputes, holds and payments whose process began before another person had to approve what gives money away or
 * closes a case: in the older versions nobody would be asked. Each keeps its place, its task and its timers. Nothing is
 * to be done once all are moved.
 */
@Component
class MatterMigration {

  private static final Logger LOG = LoggerFactory.getLogger(MatterMigration.class);
  private static final int BATCH = 100;
  private static final List<String> MODELS = List.of(CaseModel.DISPUTE, CaseModel.HOLD_REVIEW,
      CaseModel.IDENTIFY_PAYMENT);

  private final RepositoryService repository;
  private final RuntimeService runtime;
  private final ProcessEngineConfigurationImpl configuration;

  MatterMigration(RepositoryService repository, RuntimeService runtime, ProcessEngineConfigurationImpl configuration) {
    this.repository = repository;
    this.runtime = runtime;
    this.configuration = configuration;
  }

  /** Moves them all, some hundred at a time; those that were moved stay moved if the next fail. */
  void moveToNewest() {
    MODELS.forEach(model -> repository.createProcessDefinitionQuery().processDefinitionKey(model).latestVersion().list()
        .forEach(newest -> repository.createProcessDefinitionQuery().processDefinitionKey(model).list().stream()
            .filter(older -> !asksAnotherPerson(older)).forEach(older -> moveFrom(older, newest))));
  }

  private boolean asksAnotherPerson(ProcessDefinition definition) {
    BpmnModelInstance model = repository.getBpmnModelInstance(definition.getId());
    return Stream.of(CaseModel.APPROVE_TASK, CaseModel.APPROVE_POSTING_TASK)
        .anyMatch(task -> model.getModelElementById(task) != null);
  }

  private void moveFrom(ProcessDefinition older, ProcessDefinition newest) {
    MigrationPlan plan = runtime.createMigrationPlan(older.getId(), newest.getId()).mapEqualActivities().build();
    long moved = 0;
    for (List<String> running = running(older); !running.isEmpty(); running = running(older)) {
      List<String> some = running;
      configuration.getCommandExecutorTxRequired().execute(context -> {
        runtime.newMigration(plan).processInstanceIds(some).skipCustomListeners().skipIoMappings().execute();
        return null;
      });
      moved += some.size();
    }
    if (moved > 0) {
      LOG.info("{} processes were moved from version {} of {} to {}", moved, older.getVersionTag(), older.getKey(),
          newest.getVersionTag());
    }
  }

  private List<String> running(ProcessDefinition older) {
    return runtime.createProcessInstanceQuery().processDefinitionId(older.getId()).listPage(0, BATCH).stream()
        .map(ProcessInstance::getId).toList();
  }
}
