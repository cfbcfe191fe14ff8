package io.remit.complaint;

import io.remit.cases.Channel;
import io.remit.cases.MatterKey;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * A debtor is not content with the treatment.
 *
 * @param channel by which it came; null if nobody told
 * @param aboutUserId the person complained about, or null
 * @param words what the debtor said; personal data
 * @param takenBy user id of who took it down
 * @param answerBy the day by which the debtor has an answer
 * @param outcome null while it is open
 * @param measures what was done about it, or null
 * @param handledBy user id, or null
 */
public record Complaint(long complaintId, String caseNumber, @Nullable Channel channel, @Nullable String aboutUserId,
    String words, Instant takenAt, String takenBy, LocalDate answerBy, @Nullable Outcome outcome,
    @Nullable String measures, @Nullable Instant handledAt, @Nullable String handledBy) {

  /** How a complaint can end. */
  public enum Outcome {
    UPHELD, NOT_UPHELD
  }

  /** Its name as a matter beside the case. */
  public MatterKey key() {
    return new MatterKey(caseNumber, MatterKey.Kind.COMPLAINT, complaintId);
  }

  /** Whether it is about somebody: then that person neither reads nor handles it. */
  public boolean isAbout(@Nullable String userId) {
    return aboutUserId != null && aboutUserId.equals(userId);
  }

  /** Names the complaint but not what was said. */
  @Override
  public String toString() {
    return "Complaint[" + key() + ", " + (outcome == null ? "open" : outcome) + "]";
  }
}
