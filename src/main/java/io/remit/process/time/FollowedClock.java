package io.remit.process.time;

import io.remit.node.DatabaseTime;
import jakarta.annotation.PreDestroy;
import java.time.Duration;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.actuate.health.Health;
import org.springframework.boot.actuate.health.HealthIndicator;
import org.springframework.boot.actuate.health.Status;
import org.springframework.boot.sql.init.dependency.DependsOnDatabaseInitialization;
import org.springframework.dao.DataAccessException;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * Lets the application's clock follow the database's, if it is set to: due dates, leases, days and hours of contact are
 * the same on all nodes, whatever the clocks of their machines show. Health tells of a machine whose clock is wrong.
 */
@Component("clockHealthIndicator")
@DependsOnDatabaseInitialization
public class FollowedClock implements HealthIndicator {

  private static final Logger LOG = LoggerFactory.getLogger(FollowedClock.class);
  /** Certificates and what other programs sign are looked at by the machine's own clock. */
  private static final Duration WRONG = Duration.ofSeconds(30);

  private final DatabaseTime time;
  private final Follow follow;

  FollowedClock(DatabaseTime time, @Value("${remit.clock.follow}") Follow follow) {
    this.time = time;
    this.follow = follow;
    compare();
  }

  /** Which clock a node goes by. */
  enum Follow {
    DATABASE,
    /** Its machine's, or one that somebody moves. */
    OWN
  }

  /** Compares the clocks. While the database is away the last comparison holds. */
  @Scheduled(fixedDelayString = "${remit.clock.compare}", initialDelayString = "${remit.clock.compare}")
  void compare() {
    if (follow == Follow.OWN) {
      return;
    }
    try {
      Duration before = time.ahead();
      Duration ahead = time.compare();
      if (!ahead.equals(before)) {
        follow(ahead);
      }
    } catch (DataAccessException away) {
      LOG.warn("The database cannot be asked for the time: {}", away.getClass().getSimpleName());
    }
  }

  private void follow(Duration ahead) {
    ClockUtil.offset(ahead.toMillis());
    LOG.info("The database's clock is {} ms ahead of this machine's: Remit goes by the database's", ahead.toMillis());
  }

  @Override
  public Health health() {
    Duration ahead = time.ahead();
    boolean wrong = ahead.abs().compareTo(WRONG) > 0;
    return Health.status(wrong ? new Status("DEGRADED") : Status.UP)
        .withDetail("databaseAheadMillis", ahead.toMillis()).build();
  }

  /** Whoever uses the engine next in this JVM finds the system's time. */
  @PreDestroy
  void reset() {
    if (follow == Follow.DATABASE) {
      ClockUtil.reset();
    }
  }
}
