package io.remit.process.engine;

import io.remit.batch.BatchEngine;
import io.remit.process.CurrentUser;
import java.util.ArrayList;
import java.util.List;
import org.camunda.bpm.engine.ManagementService;
import org.camunda.bpm.engine.authorization.BatchPermissions;
import org.camunda.bpm.engine.batch.BatchStatistics;
import org.camunda.bpm.engine.impl.batch.builder.BatchBuilder;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.interceptor.CommandContext;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** Runs Remit's batches as batches of the engine, which Cockpit shows, suspends and tries again like its own. */
@Component
class EngineBatches implements BatchEngine {

  private final ProcessEngineConfigurationImpl configuration;
  private final ManagementService management;
  private final CurrentUser user;

  EngineBatches(@Lazy ProcessEngineConfigurationImpl configuration, @Lazy ManagementService management,
      CurrentUser user) {
    this.configuration = configuration;
    this.management = management;
    this.user = user;
  }

  @Override
  public String start(long batchId, List<String> caseNumbers, String orderedBy) {
    CaseBatchHandler.Cases cases = new CaseBatchHandler.Cases(batchId, new ArrayList<>(caseNumbers));
    return user.actingAs(orderedBy, () -> configuration.getCommandExecutorTxRequired()
        .execute(context -> build(context, cases)));
  }

  private static String build(CommandContext context, CaseBatchHandler.Cases cases) {
    return new BatchBuilder(context).type(CaseBatchHandler.TYPE).config(cases)
        .permission(BatchPermissions.CREATE)
        // Remit's own table tells who ordered what, and why
        .operationLogHandler((CommandContext none) -> { })
        .build().getId();
  }

  @Override
  public State stateOf(String engineBatchId) {
    BatchStatistics batch =
        management.createBatchStatisticsQuery().batchId(engineBatchId).singleResult();
    if (batch == null) {
      return State.RESTING;
    }
    if (batch.isSuspended()) {
      return State.SUSPENDED;
    }
    return batch.getFailedJobs() > 0 && batch.getFailedJobs() == batch.getRemainingJobs() ? State.RESTING
        : State.WORKING;
  }
}
