package io.remit.contact;

import java.time.Instant;

/**
 * The gate's answer to one contact.
 *
 * @param rule the rule that denied it, or {@code allowed}
 * @param nextAllowedAt the earliest time at which it would be allowed; null where it is, or where no time would help
 */
public record GateDecision(boolean allowed, String rule, Instant nextAllowedAt) {

  static GateDecision allow() {
    return new GateDecision(true, "allowed", null);
  }

  static GateDecision deny(String rule, Instant nextAllowedAt) {
    return new GateDecision(false, rule, nextAllowedAt);
  }
}
