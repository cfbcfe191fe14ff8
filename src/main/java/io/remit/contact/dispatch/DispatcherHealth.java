package io.remit.contact.dispatch;

import org.springframework.boot.actuate.health.Health;
import org.springframework.boot.actuate.health.HealthIndicator;
import org.springframework.stereotype.Component;

/** Whether all threads of the dispatcher are at work. */
@Component("dispatcherHealthIndicator")
class DispatcherHealth implements HealthIndicator {

  private final DispatcherThreads threads;

  DispatcherHealth(DispatcherThreads threads) {
    this.threads = threads;
  }

  @Override
  public Health health() {
    int expected = threads.expected();
    if (expected == 0) {
      return Health.up().withDetail("threads", "none: whoever moves the clock sends").build();
    }
    int working = threads.working();
    return (working == expected ? Health.up() : Health.down()).withDetail("threads", working + " of " + expected)
        .build();
  }
}
