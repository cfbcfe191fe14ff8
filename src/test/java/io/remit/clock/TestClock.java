package io.remit.clock;

import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;

/** A clock that a test sets, and that stands from then on. */
public final class TestClock extends Clock {

  private volatile Clock current;

  private TestClock(Clock current) {
    this.current = current;
  }

  /** @param moment at which it stands, an ISO moment */
  public static TestClock at(String moment) {
    return new TestClock(Clock.fixed(Instant.parse(moment), ZoneOffset.UTC));
  }

  /** One that ticks so far behind the machine's until it is set. */
  public static TestClock tickingBehind(Duration behind) {
    return new TestClock(Clock.offset(Clock.systemUTC(), behind.negated()));
  }

  public void set(Instant moment) {
    current = Clock.fixed(moment, ZoneOffset.UTC);
  }

  public void set(String moment) {
    set(Instant.parse(moment));
  }

  public void move(Duration ahead) {
    set(instant().plus(ahead));
  }

  @Override
  public Instant instant() {
    return current.instant();
  }

  @Override
  public ZoneId getZone() {
    return ZoneOffset.UTC;
  }

  @Override
  public Clock withZone(ZoneId zone) {
    throw new UnsupportedOperationException("nobody asks for it");
  }
}
