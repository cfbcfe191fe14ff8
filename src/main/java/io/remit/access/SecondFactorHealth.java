package io.remit.access;

import org.springframework.boot.actuate.health.Health;
import org.springframework.boot.actuate.health.HealthIndicator;
import org.springframework.stereotype.Component;

/** Whether those who can do what harms most need more than a password; without it Remit is up all the same. */
@Component("secondFactorHealthIndicator")
class SecondFactorHealth implements HealthIndicator {

  private final SecondFactorDuty duty;

  SecondFactorHealth(SecondFactorDuty duty) {
    this.duty = duty;
  }

  @Override
  public Health health() {
    Health.Builder health = Health.up().withDetail("required", duty.isRequired());
    if (duty.isMissing()) {
      health.withDetail("warning", "Administrators, supervisors and process owners log in with a password alone.");
    }
    return health.build();
  }
}
