package io.remit.process;

import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.DeploymentBuilder;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.context.SmartLifecycle;
import org.springframework.core.io.Resource;
import org.springframework.core.io.support.ResourcePatternResolver;
import org.springframework.stereotype.Component;

/**
 * Deploys the models under their bare file names, so that the same file is the same model however Remit is started; a
 * file that did not change makes no new version.
 */
@Component
class ModelDeployment implements SmartLifecycle {

  private static final Logger LOG = LoggerFactory.getLogger(ModelDeployment.class);
  private static final List<String> KINDS = List.of("bpmn", "dmn", "form");

  private final RepositoryService repository;
  private final ResourcePatternResolver resources;
  private final CaseMigration migration;
  private final MatterMigration matterMigration;
  private final String models;
  private boolean deployed;

  ModelDeployment(RepositoryService repository, ResourcePatternResolver resources, CaseMigration migration,
      MatterMigration matterMigration, @Value("${remit.models}") String models) {
    this.repository = repository;
    this.resources = resources;
    this.migration = migration;
    this.matterMigration = matterMigration;
    this.models = models;
  }

  @Override
  public void start() {
    try {
      DeploymentBuilder deployment = repository.createDeployment().name("remit").source("remit")
          .enableDuplicateFiltering(true);
      for (Resource model : models()) {
        try (InputStream content = model.getInputStream()) {
          deployment.addInputStream(model.getFilename(), content);
        }
      }
      List<?> changed = deployment.deployWithResult().getDeployedProcessDefinitions();
      LOG.info("Models are deployed; new versions of processes: {}", changed == null ? 0 : changed.size());
      migration.moveToNewest();
      matterMigration.moveToNewest();
      deployed = true;
    } catch (IOException e) {
      throw new IllegalStateException("the models at " + models + " cannot be read", e);
    }
  }

  private List<Resource> models() throws IOException {
    List<Resource> found = new ArrayList<>();
    for (String kind : KINDS) {
      found.addAll(List.of(resources.getResources(models + "*." + kind)));
    }
    if (found.isEmpty()) {
      throw new IllegalStateException("there are no models at " + models + "; set remit.models");
    }
    found.sort(Comparator.comparing(Resource::getFilename));
    return found;
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
