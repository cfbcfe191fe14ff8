package io.remit.process.engine;

import io.remit.model.Finding;
import io.remit.model.ModelFile;
import io.remit.model.ModelFolder;
import io.remit.process.contract.ModelContract;
import io.remit.release.DeployedVersion;
import io.remit.release.DeployedVersion.Kind;
import io.remit.release.ModelEngine;
import io.remit.release.NotTakenException;
import java.io.ByteArrayInputStream;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.List;
import java.util.Optional;
import org.camunda.bpm.engine.ProcessEngineException;
import org.camunda.bpm.engine.RepositoryService;
import org.camunda.bpm.engine.repository.DeploymentBuilder;
import org.springframework.context.annotation.Lazy;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The one door through which models come to the engine. They go in under their bare file names, so that the same file
 * is the same model however it came; a file that did not change makes no new version.
 */
@Component
class EngineReleases implements ModelEngine {

  private static final String NAME = "remit";

  private final RepositoryService repository;
  private final JdbcClient jdbc;

  EngineReleases(@Lazy RepositoryService repository, JdbcClient jdbc) {
    this.repository = repository;
    this.jdbc = jdbc;
  }

  @Override
  public List<Finding> check(ModelFolder folder) {
    return ModelContract.check(folder);
  }

  @Override
  public Optional<String> deploy(ModelFolder folder) {
    DeploymentBuilder deployment =
        repository.createDeployment().name(NAME).source(NAME).enableDuplicateFiltering(true);
    folder.files().stream().filter(ModelFile::isDeployed)
        .forEach(file -> deployment.addInputStream(file.name(), new ByteArrayInputStream(file.content())));
    long before = deployments();
    try {
      String made = deployment.deploy().getId();
      // where nothing is new the engine answers with a deployment that was there
      return deployments() > before ? Optional.of(made) : Optional.empty();
    } catch (ProcessEngineException refused) {
      throw new NotTakenException(String.valueOf(refused.getMessage()), refused);
    }
  }

  private long deployments() {
    return repository.createDeploymentQuery().count();
  }

  @Override
  public List<DeployedVersion> versions() {
    return jdbc.sql("""
        select 'PROCESS' as kind, d.key_, d.name_, d.version_, d.version_tag_, d.deployment_id_, p.deploy_time_,
               d.version_ = (select max(n.version_) from act_re_procdef n where n.key_ = d.key_) as newest,
               (select count(*) from act_ru_execution e where e.proc_def_id_ = d.id_ and e.parent_id_ is null) as open
          from act_re_procdef d join act_re_deployment p on p.id_ = d.deployment_id_
        union all
        select 'DECISION', d.key_, d.name_, d.version_, d.version_tag_, d.deployment_id_, p.deploy_time_,
               d.version_ = (select max(n.version_) from act_re_decision_def n where n.key_ = d.key_), 0
          from act_re_decision_def d join act_re_deployment p on p.id_ = d.deployment_id_
        union all
        select 'FORM', d.key_, null, d.version_, null, d.deployment_id_, p.deploy_time_,
               d.version_ = (select max(n.version_) from act_re_camformdef n where n.key_ = d.key_), 0
          from act_re_camformdef d join act_re_deployment p on p.id_ = d.deployment_id_
        """).query(EngineReleases::read).list().stream().filter(version -> version.newest() || version.open() > 0)
        .toList();
  }

  private static DeployedVersion read(ResultSet row, int number) throws SQLException {
    return new DeployedVersion(Kind.valueOf(row.getString("kind")), row.getString("key_"), row.getString("name_"),
        row.getInt("version_"), row.getString("version_tag_"), row.getBoolean("newest"),
        row.getString("deployment_id_"), row.getTimestamp("deploy_time_").toInstant(), row.getLong("open"));
  }
}
