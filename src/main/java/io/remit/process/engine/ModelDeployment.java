package io.remit.process.engine;

import io.remit.model.ModelFile;
import io.remit.model.ModelFolder;
import io.remit.release.migration.Migrations;
import java.io.ByteArrayInputStream;
import java.util.List;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.DeploymentBuilder;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * Deploys the models that {@link CheckedModels} read, under their bare file names, so that the same file is the same
 * model however Remit is started; a file that did not change makes no new version.
 */
@Component
class ModelDeployment implements SmartLifecycle {

  private static final Logger LOG = LoggerFactory.getLogger(ModelDeployment.class);

  private final RepositoryService repository;
  private final CaseMigration migration;
  private final MatterMigration matterMigration;
  private final Migrations migrations;
  private final ModelFolder models;
  private boolean deployed;

  ModelDeployment(RepositoryService repository, CaseMigration migration, MatterMigration matterMigration,
      Migrations migrations, ModelFolder models) {
    this.repository = repository;
    this.migration = migration;
    this.matterMigration = matterMigration;
    this.migrations = migrations;
    this.models = models;
  }

  @Override
  public void start() {
    DeploymentBuilder deployment = repository.createDeployment().name("remit").source("remit")
        .enableDuplicateFiltering(true);
    models.files().stream().filter(ModelFile::isDeployed)
        .forEach(file -> deployment.addInputStream(file.name(), new ByteArrayInputStream(file.content())));
    List<?> changed = deployment.deployWithResult().getDeployedProcessDefinitions();
    LOG.info("Models are deployed; new versions of processes: {}", changed == null ? 0 : changed.size());
    migration.moveToNewest();
    matterMigration.moveToNewest();
    migrations.deployed(models);
    deployed = true;
  }

  @Override
  public void stop() {
    deployed = false;
  }

  @Override
  public boolean isRunning() {
    return deployed;
  }

  /** Before the job executor and the web server start. */
  @Override
  public int getPhase() {
    return Integer.MIN_VALUE + 1000;
  }
}
