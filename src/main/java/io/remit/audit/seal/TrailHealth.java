package io.remit.audit.seal;

import java.util.Optional;
import org.springframework.boot.actuate.health.Health;
import org.springframework.boot.actuate.health.HealthIndicator;
import org.springframework.boot.actuate.health.Status;
import org.springframework.dao.DataAccessException;
import org.springframework.stereotype.Component;

/** Whether the trail was as it was sealed when it was last verified. Remit itself works on if not. */
@Component("trailHealthIndicator")
class TrailHealth implements HealthIndicator {

  /** Ranked behind UP in {@code management.endpoint.health.status.order}. */
  private static final Status DEGRADED = new Status("DEGRADED");

  private final TrailWatch watch;

  TrailHealth(TrailWatch watch) {
    this.watch = watch;
  }

  @Override
  public Health health() {
    Optional<VerificationRepository.Verified> verified;
    try {
      verified = watch.last();
    } catch (DataAccessException databaseAway) {
      // The part "db" says what is the matter.
      return Health.unknown().build();
    }
    Health.Builder health = Health.up();
    verified.ifPresent(last -> {
      health.withDetail("verifiedAt", last.at()).withDetail("findings", last.findings());
      if (last.firstFinding() != null) {
        health.status(DEGRADED).withDetail("first", last.firstFinding());
      }
    });
    return health.build();
  }
}
