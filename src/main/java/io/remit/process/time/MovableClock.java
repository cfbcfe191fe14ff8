package io.remit.process.time;

import jakarta.annotation.PreDestroy;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Date;
import java.util.Optional;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.UnaryOperator;
import org.camunda.bpm.engine.impl.util.ClockUtil;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.sql.init.dependency.DependsOnDatabaseInitialization;
import org.springframework.context.annotation.Profile;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;

/**
 * The demo's clock: it ticks as the system's does, from another beginning, and can be moved ahead. In the demo it also
 * takes the job executor's place, so that what falls due runs in order whether the clock ticks or is moved.
 */
@Component
@Profile("demo")
@DependsOnDatabaseInitialization
class MovableClock {

  private static final Logger LOG = LoggerFactory.getLogger(MovableClock.class);

  private final ReentrantLock moving = new ReentrantLock();
  private final JdbcClient jdbc;
  private final DueJobs dueJobs;

  /** @param start where the clock begins on its first start; null for now */
  MovableClock(JdbcClient jdbc, DueJobs dueJobs, @Value("${remit.clock.start:#{null}}") Instant start) {
    this.jdbc = jdbc;
    this.dueJobs = dueJobs;
    Optional<Long> known = jdbc.sql("select offset_millis from movable_clock").query(Long.class).optional();
    if (known.isPresent()) {
      ClockUtil.offset(known.get());
      LOG.info("The clock goes on from {}; its data are older than remit.clock.start", now());
    } else {
      ClockUtil.offset(start == null ? 0 : offsetTo(start));
      jdbc.sql("insert into movable_clock (offset_millis) values (:offset)")
          .param("offset", start == null ? 0 : offsetTo(start)).update();
    }
  }

  Instant now() {
    return ClockUtil.getCurrentTime().toInstant();
  }

  /**
   * What became of moving the clock.
   *
   * @param now where it stands
   * @param jobsExecuted how much fell due on the way
   */
  record Advance(Instant now, long jobsExecuted) {
  }

  /**
   * Moves the clock ahead in steps, from one due date to the next, and runs everything that falls due in its order.
   *
   * @param target computes where to go from where the clock stands
   * @throws IllegalArgumentException if the target does not lie ahead
   */
  Advance advance(UnaryOperator<Instant> target) {
    moving.lock();
    try {
      Instant to = target.apply(now());
      if (to.isBefore(now())) {
        throw new IllegalArgumentException("the clock cannot go back");
      }
      long executed = runUpTo(to);
      jdbc.sql("update movable_clock set offset_millis = :offset").param("offset", offsetTo(to)).update();
      return new Advance(to, executed);
    } finally {
      moving.unlock();
    }
  }

  private long runUpTo(Instant to) {
    try {
      ClockUtil.setCurrentTime(Date.from(now()));
      return dueJobs.runUpTo(to);
    } finally {
      ClockUtil.offset(offsetTo(to));
    }
  }

  /** Runs what the ticking clock has made due. */
  @Scheduled(fixedDelay = 500)
  void tick() {
    if (moving.tryLock()) {
      try {
        dueJobs.runUntilQuiet();
      } finally {
        moving.unlock();
      }
    }
  }

  /** Whoever uses the engine next in this JVM finds the system's time. */
  @PreDestroy
  void reset() {
    ClockUtil.reset();
  }

  private static long offsetTo(Instant moment) {
    return Duration.between(systemNow(), moment).toMillis();
  }

  private static Instant systemNow() {
    return Clock.systemUTC().instant();
  }
}
