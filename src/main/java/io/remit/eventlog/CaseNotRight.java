package io.remit.eventlog;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A case that was not right when it was checked.
 *
 * @param endedBy user id, or null while it is open or if nobody had to do anything
 * @param note why it is left as it is, or null
 */
public record CaseNotRight(long proofId, String caseNumber, Status status, Instant foundAt, @Nullable Instant endedAt,
    @Nullable String endedBy, @Nullable String note, List<Finding> findings) {

  private static final String PREFIX = "PROOF";

  /** What became of it. */
  public enum Status {
    /** An operator has the task. */
    OPEN,
    /** An operator decided to leave it as it is. */
    LEFT,
    /** It is right again. */
    RIGHT
  }

  /** The business key of its process. */
  public String number() {
    return numberOf(proofId);
  }

  static String numberOf(long proofId) {
    return PREFIX + proofId;
  }

  static long idOf(String number) {
    return Long.parseLong(number.substring(PREFIX.length()));
  }

  /** Whether the same is wrong as was found then. */
  boolean isAbout(List<Finding> found) {
    return found.stream().allMatch(one -> findings.stream().anyMatch(one::isSameAs));
  }
}
