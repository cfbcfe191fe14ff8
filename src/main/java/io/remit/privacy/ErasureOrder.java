package io.remit.privacy;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * That somebody asked for a debtor to be erased.
 *
 * @param reason in the words of who asked; null once it is done
 * @param askedBy user id
 */
public record ErasureOrder(long erasureId, Status status, @Nullable String reason, String askedBy, Instant askedAt) {

  /** What became of it. */
  public enum Status {
    /** Another person has yet to decide on it. */
    ASKED,
    REFUSED,
    DONE
  }

  /** Whether another person has yet to decide on it. */
  boolean waits() {
    return status == Status.ASKED;
  }
}
