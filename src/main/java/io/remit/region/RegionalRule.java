package io.remit.region;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Relief for everybody in a region for some time, such as in an epidemic or after a flood.
 *
 * @param region ISO 3166-2, such as {@code CN-HB}; or ISO 3166-1, such as {@code CN}, for the whole country
 * @param from the first day, in the creditor's zone
 * @param until the first day on which it holds no more
 * @param reason in words; no personal data
 * @param createdBy user id
 * @param endedAt when somebody ended it before its time; else null
 */
public record RegionalRule(long ruleId, String region, LocalDate from, LocalDate until, Stops stops, String reason,
    Instant createdAt, String createdBy, @Nullable Instant endedAt) {

  /** What a rule stops. */
  public enum Stops {
    /** Nobody is visited; the rest of collection goes on. */
    VISIT,
    /** Collection pauses as a whole. */
    ALL
  }

  /** Names the rule's process. */
  public String key() {
    return keyOf(ruleId);
  }

  static String keyOf(long ruleId) {
    return "R" + ruleId;
  }

  /**
   * Reads a number out of a key as {@link #key} writes it.
   *
   * @throws IllegalArgumentException if it is none
   */
  public static long idIn(String key) {
    if (!key.matches("R\\d{1,18}")) {
      throw new IllegalArgumentException(key + " names no regional rule");
    }
    return Long.parseLong(key.substring(1));
  }

  /** Whether it holds on a day. */
  boolean holdsOn(LocalDate day) {
    return endedAt == null && !day.isBefore(from) && day.isBefore(until);
  }
}
