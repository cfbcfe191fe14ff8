package io.remit.intake.inbox;

import java.util.List;
import org.springframework.boot.actuate.health.Health;
import org.springframework.boot.actuate.health.HealthIndicator;
import org.springframework.stereotype.Component;

/** Whether files can be taken from the folders of the inbox. */
@Component("inboxHealthIndicator")
class InboxHealth implements HealthIndicator {

  private final Inbox inbox;

  InboxHealth(Inbox inbox) {
    this.inbox = inbox;
  }

  @Override
  public Health health() {
    List<String> unusable = inbox.unusableFolders();
    return unusable.isEmpty() ? Health.up().build()
        : Health.down().withDetail("cannot be read or written", unusable).build();
  }
}
