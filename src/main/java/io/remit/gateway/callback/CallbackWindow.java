package io.remit.gateway.callback;

import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;

/** Which time stamps are taken: those near enough to now that a call-back cannot have been kept for later. */
class CallbackWindow {

  private static final Duration TOLERANCE = Duration.ofMinutes(5);
  /** Longer than any time stamp is taken: one from the future is for twice the tolerance. */
  private static final Duration REMEMBERED = Duration.ofHours(1);

  private final InstantSource timeOfDay;

  /**
   * @param timeOfDay not the application's clock, which a demo moves: a gateway outside goes by the time of day
   */
  CallbackWindow(InstantSource timeOfDay) {
    this.timeOfDay = timeOfDay;
  }

  Instant now() {
    return timeOfDay.instant();
  }

  boolean contains(Instant timestamp) {
    return Duration.between(timestamp, now()).abs().compareTo(TOLERANCE) <= 0;
  }

  /** Call-backs received before this need not be remembered: a replay of one would be refused for its time stamp. */
  Instant forgetBefore() {
    return now().minus(REMEMBERED);
  }
}
