package io.remit.contact.channel;

import org.springframework.boot.actuate.health.Health;
import org.springframework.boot.actuate.health.HealthIndicator;
import org.springframework.boot.actuate.health.Status;
import org.springframework.stereotype.Component;

/**
 * Whether the gateways that can tell can be reached. One that cannot does not make Remit itself be down: its messages
 * wait, and another node would fare no better.
 */
@Component("gatewaysHealthIndicator")
class GatewaysHealth implements HealthIndicator {

  /** Ranked behind UP in {@code management.endpoint.health.status.order}. */
  static final Status DEGRADED = new Status("DEGRADED");

  private final Gateways gateways;

  GatewaysHealth(Gateways gateways) {
    this.gateways = gateways;
  }

  @Override
  public Health health() {
    Health.Builder health = Health.up();
    gateways.byChannel().forEach((channel, gateway) -> {
      String told = gateway.reachable().map(reachable -> reachable ? "reachable" : "not reachable")
          .orElse("not known until something is sent");
      health.withDetail(channel.name(), gateway.name() + ": " + told);
      if (!gateway.reachable().orElse(true)) {
        health.status(DEGRADED);
      }
    });
    return health.build();
  }
}
