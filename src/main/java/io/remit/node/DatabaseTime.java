package io.remit.node;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.time.OffsetDateTime;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/**
 * The time of day as the database has it: one clock for all nodes, however wrong those of their machines are. How much
 * it differs from this machine's is known from the last comparison; before the first it is taken for the same.
 */
@Component
public class DatabaseTime {

  /** A slower answer says too little about when it was given. */
  private static final Duration SLOWEST = Duration.ofSeconds(1);
  /** What the way to the database makes of itself. */
  private static final Duration TOLERANCE = Duration.ofMillis(250);

  private final JdbcClient jdbc;
  private final InstantSource machine;
  private volatile Duration ahead = Duration.ZERO;

  @Autowired
  public DatabaseTime(JdbcClient jdbc) {
    this(jdbc, Clock.systemUTC());
  }

  DatabaseTime(JdbcClient jdbc, InstantSource machine) {
    this.jdbc = jdbc;
    this.machine = machine;
  }

  /**
   * Asks the database what time it is.
   *
   * @return by how much it is ahead of this machine; as before if that changed by too little to be sure, or the answer
   *     took too long
   */
  public Duration compare() {
    Instant asked = machine.instant();
    long begin = System.nanoTime();
    Instant answer = jdbc.sql("select current_timestamp").query(OffsetDateTime.class).single().toInstant();
    Duration way = Duration.ofNanos(System.nanoTime() - begin);
    Duration found = Duration.between(asked.plus(way.dividedBy(2)), answer);
    if (way.compareTo(SLOWEST) < 0 && found.minus(ahead).abs().compareTo(TOLERANCE) > 0) {
      ahead = found;
    }
    return ahead;
  }

  /** By how much the database was ahead of this machine when they were compared last. */
  public Duration ahead() {
    return ahead;
  }

  /** A clock that shows it, in UTC; where a demo moves the time, this one goes on. */
  public Clock clock() {
    return new Clock() {
      @Override
      public ZoneId getZone() {
        return ZoneOffset.UTC;
      }

      @Override
      public Clock withZone(ZoneId zone) {
        return Clock.fixed(instant(), zone);
      }

      @Override
      public Instant instant() {
        return machine.instant().plus(ahead);
      }
    };
  }
}
