package io.remit.hold;

import java.time.Instant;
import java.time.LocalDate;

/**
 * Collection of a case is paused.
 *
 * @param reviewOn the day on which a supervisor looks at it at the latest
 * @param note what the debtor said, in the words of who raised it; personal data
 * @param releasedAt null while it is in force
 * @param decision what the supervisor decided, or null
 */
public record Hold(long holdId, String caseNumber, Reason reason, String note, Instant raisedAt, String raisedBy,
    LocalDate reviewOn, Instant releasedAt, String decision) {

  /** Why collection is paused. */
  public enum Reason {
    DISPUTE, HARDSHIP,
    /** A moratorium by law, such as that of the British Debt Respite Scheme (SI 2020/1311). */
    BREATHING_SPACE
  }

  public boolean inForce() {
    return releasedAt == null;
  }
}
