package io.remit.figures;

import io.remit.figures.FigureDatabase.State;
import io.remit.figures.FigureDatabase.Status;
import org.springframework.boot.actuate.health.Health;
import org.springframework.boot.actuate.health.HealthIndicator;
import org.springframework.boot.autoconfigure.condition.ConditionalOnExpression;
import org.springframework.stereotype.Component;

/** Whether the standby, where one is set, can be read; without it Remit stays up. */
@Component("standbyHealthIndicator")
@ConditionalOnExpression("!'${remit.standby.url:}'.isBlank()")
class StandbyHealth implements HealthIndicator {

  private final FigureDatabase database;

  StandbyHealth(FigureDatabase database) {
    this.database = database;
  }

  @Override
  public Health health() {
    State state = database.state();
    Health.Builder health = state.status() == Status.READ ? Health.up() : Health.status("DEGRADED");
    health.withDetail("standby", state.status());
    if (state.asOf() != null) {
      health.withDetail("asOf", state.asOf());
    }
    return health.build();
  }
}
