package io.remit.process.engine;

import io.remit.process.CaseModel;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.RuntimeService;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.migration.MigrationPlan;
import org.camunda.bpm.engine.migration.MigrationPlanBuilder;
import org.camunda.bpm.engine.repository.ProcessDefinition;
import org.camunda.bpm.engine.runtime.ProcessInstance;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.stereotype.Component;

/**
 * Moves disputes, holds, payments and placements whose process began in a version that cannot do what is asked of it
 * now: in which nobody else would be asked to approve, no later file could answer the question, or no case would come
 * back at the end of its term. Each keeps its place, its task and
 * its timers. Nothing is to be done once all are moved.
 */
@Component
public class MatterMigration {

  private static final Logger LOG = LoggerFactory.getLogger(MatterMigration.class);
  private static final int BATCH = 100;
  /** The element that a version of each model must have. */
  private static final Map<String, String> NEEDED = Map.of(CaseModel.DISPUTE, CaseModel.APPROVE_TASK,
      CaseModel.HOLD_REVIEW, CaseModel.APPROVE_TASK, CaseModel.IDENTIFY_PAYMENT, CaseModel.PAYMENT_ANSWERED,
      CaseModel.PLACEMENT, CaseModel.TERM_ENDS);

  private final RepositoryService repository;
  private final RuntimeService runtime;
  private final ProcessEngineConfigurationImpl configuration;

  MatterMigration(RepositoryService repository, RuntimeService runtime, ProcessEngineConfigurationImpl configuration) {
    this.repository = repository;
    this.runtime = runtime;
    this.configuration = configuration;
  }

  /** Moves them all, some hundred at a time; those that were moved stay moved if the next fail. */
  public void moveToNewest() {
    NEEDED.forEach((model, element) -> repository.createProcessDefinitionQuery().processDefinitionKey(model)
        .latestVersion().list().forEach(newest -> repository.createProcessDefinitionQuery()
            .processDefinitionKey(model).list().stream().filter(older -> !has(element, older))
            .forEach(older -> moveFrom(older, newest))));
  }

  private boolean has(String element, ProcessDefinition definition) {
    return repository.getBpmnModelInstance(definition.getId()).getModelElementById(element) != null;
  }

  private void moveFrom(ProcessDefinition older, ProcessDefinition newest) {
    MigrationPlan plan = plan(older, newest);
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

  /** A task that stands in a scope of its own in the newest version is not found as an equal activity. */
  private MigrationPlan plan(ProcessDefinition older, ProcessDefinition newest) {
    if (!older.getKey().equals(CaseModel.IDENTIFY_PAYMENT)) {
      return runtime.createMigrationPlan(older.getId(), newest.getId()).mapEqualActivities().build();
    }
    MigrationPlanBuilder plan = runtime.createMigrationPlan(older.getId(), newest.getId());
    Stream.of(CaseModel.PAYMENT_TASK, CaseModel.APPROVE_POSTING_TASK).filter(task -> has(task, older))
        .forEach(task -> plan.mapActivities(task, task));
    return plan.build();
  }

  private List<String> running(ProcessDefinition older) {
    return runtime.createProcessInstanceQuery().processDefinitionId(older.getId()).listPage(0, BATCH).stream()
        .map(ProcessInstance::getId).toList();
  }
}
