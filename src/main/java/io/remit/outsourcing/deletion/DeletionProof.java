package io.remit.outsourcing.deletion;

import io.remit.cases.MatterKey;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * That a partner has to confirm that it deleted the data of a case.
 *
 * @param askedAt when the placement ended
 * @param dueOn the last day on which the proof is in time
 * @param toldBy by which way it came; null while it is missing
 * @param deletedOn when the partner says that it deleted the data; null while the proof is missing
 * @param recordedBy user id, or the partner's group for a file; null while it is missing
 */
public record DeletionProof(long placementId, String partnerId, String caseNumber, Instant askedAt, LocalDate dueOn,
    Status status, @Nullable Way toldBy, @Nullable LocalDate deletedOn, @Nullable String recordedBy) {

  /** Where it stands. */
  public enum Status {
    MISSING, CONFIRMED,
    /** The partner was given the case again before it came. */
    NOT_NEEDED
  }

  /** By which way a proof comes. */
  public enum Way {
    FILE, TASKLIST, LETTER
  }

  /** The key of the process in which the partner's people are asked. */
  MatterKey confirmation() {
    return new MatterKey(caseNumber, MatterKey.Kind.CONFIRMATION, placementId);
  }

  /** The key of the process in which an officer asks when the proof is late. */
  MatterKey matter() {
    return new MatterKey(caseNumber, MatterKey.Kind.DELETION, placementId);
  }
}
