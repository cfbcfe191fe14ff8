package io.remit.process;

import io.remit.model.Finding;
import io.remit.model.ModelCheck;
import io.remit.model.ModelFile;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.exception.NotValidException;
import org.camunda.bpm.engine.impl.persistence.deploy.Deployer;
import org.camunda.bpm.engine.impl.persistence.entity.DeploymentEntity;
import org.camunda.bpm.engine.impl.persistence.entity.ResourceEntity;

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
    List<Finding> found = new ArrayList<>();
    for (ResourceEntity resource : deployment.getResources().values()) {
      if (!resource.isGenerated()) {
        ModelFile file = new ModelFile(resource.getName(), resource.getBytes());
        found.addAll(check.safetyOf(file));
      }
    }
    refusal(found).ifPresent(reason -> {
      throw new NotValidException(reason);
    });
  }

  static Optional<String> refusal(List<Finding> found) {
    return found.isEmpty() ? Optional.empty()
        : Optional.of("The model is refused: " + found.stream().map(Finding::toString).collect(Collectors.joining("; ")));
  }
}
