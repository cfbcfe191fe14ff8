package io.remit.process.engine;

import io.remit.model.Finding;
import io.remit.model.ModelRule;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.camunda.bpm.engine.impl.persistence.entity.DeploymentEntity;

/** Whether a model is just deployed, or read anew from the engine's tables, where cases may go by it. */
enum ModelAge {

  NEW(Set.of()),
  /**
   * What an older Remit offered and this one does not is a step that fails, and no reason to stop all cases of a
   * version.
   */
  KEPT(Set.of(ModelRule.BEAN_IS_ALLOWED, ModelRule.BEAN_FITS_ITS_PLACE));

  private final Set<ModelRule> overlooked;

  ModelAge(Set<ModelRule> overlooked) {
    this.overlooked = overlooked;
  }

  static ModelAge of(DeploymentEntity deployment) {
    return deployment.isNew() ? NEW : KEPT;
  }

  /** Why a model is refused for what was found in it; empty if it is not. */
  Optional<String> refusal(List<Finding> found) {
    List<Finding> counted = found.stream().filter(finding -> !overlooked.contains(finding.rule())).toList();
    return counted.isEmpty() ? Optional.empty() : Optional.of(
        "The model is refused: " + counted.stream().map(Finding::toString).collect(Collectors.joining("; ")));
  }
}
