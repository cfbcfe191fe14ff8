package io.remit.release;

import org.springframework.boot.actuate.health.Health;
import org.springframework.boot.actuate.health.HealthIndicator;
import org.springframework.stereotype.Component;

/** Which release of the models this node has; Remit is up with it, whatever there is to warn of. */
@Component("modelsHealthIndicator")
class ModelsHealth implements HealthIndicator {

  private final ModelsThatRun models;
  private final ReleaseStart start;

  ModelsHealth(ModelsThatRun models, ReleaseStart start) {
    this.models = models;
    this.start = start;
  }

  @Override
  public Health health() {
    Health.Builder health = Health.up().withDetail("release", models.here());
    if (models.notReadable() > 0) {
      health.withDetail("warning", "Release " + models.notReadable() + " runs, and this node cannot read its texts.");
    } else if (!start.differing().isEmpty()) {
      health.withDetail("warning", "The folder that Remit was given differs from what ran at the start in "
          + start.differing().size() + " files.");
    }
    return health.build();
  }
}
