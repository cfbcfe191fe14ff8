package io.remit.outsourcing.answer;

import java.time.Instant;
import java.util.List;

/**
 * A file that a partner sent, and what became of it.
 *
 * @param sha256 of the file as it lay there, sealed
 * @param appliedLines how many lines were applied
 * @param faults of a refused file why; of one that was applied the lines that were not
 */
record PartnerFile(long fileId, String name, String sha256, Status status, int appliedLines, Instant takenAt,
    List<Fault> faults) {

  /** What became of it. */
  enum Status {
    /** Its good lines were applied; the others are named. */
    APPLIED,
    /** It was applied before: nothing was changed. */
    ALREADY_APPLIED,
    /** Nothing of it was applied. */
    REFUSED
  }
}
