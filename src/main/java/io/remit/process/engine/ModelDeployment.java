package io.remit.process.engine;

import io.remit.model.ModelFolder;
import io.remit.release.ModelsNotRunnableException;
import io.remit.release.ReleaseStart;
import io.remit.release.migration.Migrations;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/** Lets the models run before anything else: the folder that {@link CheckedModels} read, or what people deployed. */
@Component
class ModelDeployment implements SmartLifecycle {

  private final ReleaseStart releases;
  private final CaseMigration migration;
  private final MatterMigration matterMigration;
  private final Migrations migrations;
  private final ModelFolder models;
  private boolean deployed;

  ModelDeployment(ReleaseStart releases, CaseMigration migration, MatterMigration matterMigration,
      Migrations migrations, ModelFolder models) {
    this.releases = releases;
    this.migration = migration;
    this.matterMigration = matterMigration;
    this.migrations = migrations;
    this.models = models;
  }

  @Override
  public void start() {
    ModelFolder running;
    try {
      running = releases.begin(models);
    } catch (ModelsNotRunnableException refused) {
      throw new ModelsRefused(String.valueOf(refused.getMessage()));
    }
    migration.moveToNewest();
    matterMigration.moveToNewest();
    migrations.deployed(running);
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
