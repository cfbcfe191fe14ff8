package io.remit.process.engine;

import io.remit.model.ModelCheck;
import io.remit.model.ModelFile;
import java.util.List;
import org.camunda.bpm.engine.exception.NotValidException;
import org.camunda.bpm.engine.impl.persistence.deploy.Deployer;
import org.camunda.bpm.engine.impl.persistence.entity.DeploymentEntity;

/**
 * Looks at what the engine is given, whoever gives it, before the engine's own deployers read it; and again at what the
 * engine reads from its tables, so that a model which came in another way does not run either.
 */
class SafeDeployments implements Deployer {

  private final ModelCheck check;

  SafeDeployments(ModelCheck check) {
    this.check = check;
  }

  @Override
  public void deploy(DeploymentEntity deployment) {
    ModelAge age = ModelAge.of(deployment);
    List<String> refused = deployment.getResources().values().stream().filter(resource -> !resource.isGenerated())
        .map(resource -> new ModelFile(resource.getName(), resource.getBytes()))
        .flatMap(file -> age.refusal(check.safetyOf(file)).stream()).toList();
    if (!refused.isEmpty()) {
      throw new NotValidException(String.join("; ", refused));
    }
  }
}
