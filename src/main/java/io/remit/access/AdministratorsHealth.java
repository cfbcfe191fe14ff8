package io.remit.access;

import org.springframework.boot.actuate.health.Health;
import org.springframework.boot.actuate.health.HealthIndicator;
import org.springframework.stereotype.Component;

/**
 * How many administrators there are; with a single one Remit is up, but nobody can help if the login of that one fails.
 */
@Component("administratorsHealthIndicator")
class AdministratorsHealth implements HealthIndicator {

  private final EngineUsers users;

  AdministratorsHealth(EngineUsers users) {
    this.users = users;
  }

  @Override
  public Health health() {
    int administrators;
    try {
      administrators = users.membersOf(StaffGroup.ADMINISTRATORS).size();
    } catch (RuntimeException databaseAway) {
      // The part "db" says what is the matter.
      return Health.unknown().build();
    }
    Health.Builder health = Health.up().withDetail("administrators", administrators);
    if (administrators == 1) {
      health.withDetail("warning", "There is only one administrator: make another one.");
    }
    return health.build();
  }
}
