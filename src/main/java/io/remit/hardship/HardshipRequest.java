package io.remit.hardship;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What a debtor who cannot pay says of himself; personal data.
 *
 * @param requestedBy the debtor, or who speaks for him
 * @param since when it began, or null
 * @param household who lives on what, in the words of who took it down; or null
 * @param recordedBy user id
 */
public record HardshipRequest(long holdId, String requestedBy, Kind kind, @Nullable LocalDate since,
    @Nullable String household, Instant recordedAt, String recordedBy) {

  /** Why he cannot pay. */
  public enum Kind {
    /** A shortage that passes, such as unpaid wages. */
    TEMPORARY,
    /** A business that failed, work that was lost, an injury. */
    LASTING,
    /** He borrowed more than he can ever pay back. */
    BEYOND_MEANS
  }

  /** Names the hold but not what the debtor said. */
  @Override
  public String toString() {
    return "HardshipRequest[hold " + holdId + ", " + kind + "]";
  }
}
