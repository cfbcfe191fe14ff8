package io.remit.batch;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * An order to do something to many cases.
 *
 * @param selection the filters by which the cases were chosen, as JSON
 * @param reason why, in the words of who ordered it
 * @param orderedBy user id
 * @param engineBatchId the engine's id of the batch that carries it out; null before it has one
 */
record CaseBatch(long batchId, BatchOrder order, String selection, String reason, String orderedBy, Instant orderedAt,
    @Nullable String engineBatchId) {

  /** What became of one case. */
  enum Outcome {
    DONE,
    /** Something speaks against it; the case is as it was. */
    REFUSED,
    /** An error of Remit's own; the case is as it was, and is tried again as long as the engine retries. */
    FAILED
  }

  /**
   * One case of a batch.
   *
   * @param outcome null while the batch has not come to it
   * @param code why it was refused or failed, as a short stable name, else null
   * @param why the same in words, in English
   * @param settledAt null while the batch has not come to it
   */
  record Item(String caseNumber, @Nullable Outcome outcome, @Nullable String code, @Nullable String why,
      @Nullable Instant settledAt) {
  }

  /**
   * How far a batch is.
   *
   * @param total all its cases
   * @param last when the last case was finished, or null
   */
  record Progress(long total, long done, long refused, long failed, @Nullable Instant last) {

    boolean isFinished() {
      return done + refused == total;
    }
  }
}
