package io.remit.process.trial;

import io.remit.trial.ScratchDatabase;
import org.camunda.bpm.engine.ProcessEngineConfiguration;
import org.camunda.bpm.engine.impl.cfg.StandaloneProcessEngineConfiguration;
import org.flywaydb.core.Flyway;

/** Makes the tables of Remit and of the engine in a copy. */
final class CopyTables {

  private CopyTables() {
  }

  static void make(ScratchDatabase copy) {
    Flyway.configure().dataSource(copy.url(), copy.user(), copy.password()).defaultSchema(copy.schema()).load()
        .migrate();
    StandaloneProcessEngineConfiguration engine = new StandaloneProcessEngineConfiguration();
    engine.setProcessEngineName("trial-tables").setJdbcUrl(copy.url()).setJdbcUsername(copy.user())
        .setJdbcPassword(copy.password()).setDatabaseSchemaUpdate(ProcessEngineConfiguration.DB_SCHEMA_UPDATE_TRUE)
        .setHistory(ProcessEngineConfiguration.HISTORY_ACTIVITY).setJobExecutorActivate(false);
    if (copy.hasSchemaOfItsOwn()) {
      engine.setDatabaseSchema(copy.schema());
      engine.setDatabaseTablePrefix(copy.schema() + ".");
    }
    engine.buildProcessEngine().close();
  }
}
