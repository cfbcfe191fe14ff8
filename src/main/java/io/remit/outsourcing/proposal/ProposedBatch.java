package io.remit.outsourcing.proposal;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * Cases that were proposed for a partner and come before an officer together.
 *
 * @param begunAt when the first case was proposed
 * @param composedAt when its list was fixed; null until then
 * @param outcome null until somebody decided
 * @param decidedBy user id; null until then
 */
record ProposedBatch(long batchId, String partnerId, Instant begunAt, @Nullable Instant composedAt,
    ProposedBatches.@Nullable Outcome outcome, @Nullable String decidedBy) {

  /**
   * A case in it.
   *
   * @param result null as long as it waits
   * @param why it was not approved with the others, in words; null if it was, or waits
   */
  record Line(String caseNumber, @Nullable Result result, @Nullable String why) {
  }

  /** What became of a case with the decision on its batch. */
  enum Result {
    APPROVED,
    /** Somebody decides on it by itself. */
    LEFT
  }
}
