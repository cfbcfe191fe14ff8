package io.remit.gate;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * The gate's answer to one contact.
 *
 * @param rule the rule that denied it, or {@code allowed}; {@code answer-to-debtor} and {@code debtor-called} where the
 *     debtor began
 * @param counters how far the caps were used at that moment, in words, such as {@code calls-in-seven-days 3 of 7};
 *     null of an attempt that still waits
 * @param nextAllowedAt the earliest time at which it would be allowed; null where it is, or where no time would help
 */
public record GateDecision(boolean allowed, String rule, @Nullable String counters, @Nullable Instant nextAllowedAt) {

  /** The rule by which the hours that the debtor told are kept. */
  static final String HOURS_THAT_SUIT = "hours-that-suit";

  private static final String ALLOWED = "allowed";

  /** Of an attempt that still waits. */
  public static GateDecision notAskedYet() {
    return new GateDecision(false, "not-asked-yet", null, null);
  }

  static GateDecision allow(String counters) {
    return new GateDecision(true, ALLOWED, counters, null);
  }

  static GateDecision deny(String rule, String counters, @Nullable Instant nextAllowedAt) {
    return new GateDecision(false, rule, counters, nextAllowedAt);
  }
}
