package io.remit.contact.dispatch;

import io.remit.audit.AuditEvent.Kind;
import io.remit.audit.AuditTrail;
import io.remit.cases.BusinessCalendar;
import io.remit.contact.channel.Gateways;
import io.remit.node.HomeDatabase;
import java.time.Instant;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.context.SmartLifecycle;
import org.springframework.stereotype.Component;

/**
 * In a database that was restored from a dump, puts in doubt what waited to be sent when the dump was made: the lost
 * database may have sent it since. A gateway that keeps a record of its own is asked for each such message; of the
 * others a supervisor finds out.
 */
@Component
class RestoredMessages implements SmartLifecycle {

  private static final Logger LOG = LoggerFactory.getLogger(RestoredMessages.class);

  private final HomeDatabase home;
  private final Claims claims;
  private final Gateways gateways;
  private final AuditTrail audit;
  private final BusinessCalendar calendar;
  private volatile boolean settled;
  private volatile @Nullable Instant restUntil;

  RestoredMessages(HomeDatabase home, Claims claims, Gateways gateways, AuditTrail audit, BusinessCalendar calendar) {
    this.home = home;
    this.claims = claims;
    this.gateways = gateways;
    this.audit = audit;
    this.calendar = calendar;
  }

  @Override
  public void start() {
    home.settleOnce(calendar.now(), this::putInDoubt);
    restUntil = home.restsUntil(calendar.now()).orElse(null);
    if (restUntil != null) {
      LOG.warn("This database was restored: until {} nothing is sent by itself but answers to debtors", restUntil);
    }
    settled = true;
  }

  /** Until when nothing is sent by itself; empty if nothing holds it up. The database is not asked. */
  Optional<Instant> restsUntil() {
    return Optional.ofNullable(restUntil).filter(calendar.now()::isBefore);
  }

  private void putInDoubt() {
    int doubtful = gateways.byChannel().entrySet().stream().mapToInt(way -> claims.putInDoubt(way.getKey(),
        way.getValue().name(), way.getValue().keepsItsOwnRecord(), calendar.now())).sum();
    audit.record(Kind.CHANGE, null, "start: this database was restored; " + doubtful + " messages are in doubt");
    LOG.warn("This database was restored from a dump: {} messages may have been sent since, and are asked for",
        doubtful);
  }

  @Override
  public void stop() {
    settled = false;
  }

  @Override
  public boolean isRunning() {
    return settled;
  }

  /** Before anything is sent, fetched or due. */
  @Override
  public int getPhase() {
    return Integer.MIN_VALUE + 500;
  }
}
