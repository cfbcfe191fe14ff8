package io.remit.contact.dispatch;

import org.springframework.boot.actuate.health.Health;
import org.springframework.boot.actuate.health.HealthIndicator;
import org.springframework.stereotype.Component;

/** Whether all threads of the dispatcher are at work, and until when a restored database rests. */
@Component("dispatcherHealthIndicator")
class DispatcherHealth implements HealthIndicator {

  private final DispatcherThreads threads;
  private final RestoredMessages restored;

  DispatcherHealth(DispatcherThreads threads, RestoredMessages restored) {
    this.threads = threads;
    this.restored = restored;
  }

  @Override
  public Health health() {
    int expected = threads.expected();
    if (expected == 0) {
      return Health.up().withDetail("threads", "none: whoever moves the clock sends").build();
    }
    int working = threads.working();
    Health.Builder health = (working == expected ? Health.up() : Health.down())
        .withDetail("threads", working + " of " + expected);
    restored.restsUntil().ifPresent(end -> health.withDetail("restored", "nothing is sent by itself until " + end));
    return health.build();
  }
}
