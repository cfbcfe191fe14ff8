package io.remit.process.engine;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.UUID;
import org.camunda.bpm.engine.ProcessEngine;
import org.camunda.bpm.engine.ProcessEngineConfiguration;
import org.camunda.bpm.engine.impl.cfg.ProcessEngineConfigurationImpl;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.camunda.bpm.model.bpmn.Bpmn;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** The engine removes the history of what ended, by the days of its model, once it is told to. */
@Tag("long")
class EngineHistoryCleanupTest {

  private final ProcessEngine engine = engine();

  private static ProcessEngine engine() {
    ProcessEngineConfigurationImpl configuration = (ProcessEngineConfigurationImpl) ProcessEngineConfiguration
        .createStandaloneInMemProcessEngineConfiguration().setJdbcUrl("jdbc:h2:mem:" + UUID.randomUUID())
        .setHistory(ProcessEngineConfiguration.HISTORY_ACTIVITY).setJobExecutorActivate(false);
    configuration.setHistoryRemovalTimeStrategy(ProcessEngineConfiguration.HISTORY_REMOVAL_TIME_STRATEGY_NONE);
    configuration.setHistoryCleanupStrategy(ProcessEngineConfigurationImpl.HISTORY_CLEANUP_STRATEGY_END_TIME_BASED);
    return configuration.buildProcessEngine();
  }

  @AfterEach
  void close() {
    ClockUtil.reset();
    engine.close();
  }

  private long kept() {
    return engine.getHistoryService().createHistoricProcessInstanceQuery().count();
  }

  private void pass(String process, int days) {
    engine.getRepositoryService().createDeployment().addModelInstance(process + ".bpmn",
        Bpmn.createExecutableProcess(process).camundaHistoryTimeToLive(days).startEvent().endEvent().done()).deploy();
    engine.getRuntimeService().startProcessInstanceByKey(process);
  }

  @Test
  void whatEndedLongerAgoThanItsModelSaysIsRemoved() {
    ClockUtil.setCurrentTime(Date.from(Instant.parse("2026-01-01T00:00:00Z")));
    pass("short", 5);
    pass("longer", 50);
    ClockUtil.setCurrentTime(Date.from(Instant.parse("2026-01-01T00:00:00Z").plus(Duration.ofDays(6))));
    assertThat(engine.getHistoryService().findHistoryCleanupJobs()).as("it never does so by itself").isEmpty();

    new EngineHistoryCleanup(engine.getHistoryService()).begin();
    engine.getHistoryService().findHistoryCleanupJobs()
        .forEach(job -> engine.getManagementService().executeJob(job.getId()));

    assertThat(kept()).isEqualTo(1);
  }
}
