package io.remit.batch;

import io.remit.cases.Stage;
import io.remit.hold.Hold;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What is to be done to each case of a batch.
 *
 * @param hold of HOLD and RELEASE: which pause; else null
 * @param until of HOLD: the first day on which it is over by itself, or null
 * @param toStage of STAGE, else null
 * @param toCollector of REASSIGN: user id; else null
 */
record BatchOrder(Action action, Hold.@Nullable Reason hold, @Nullable LocalDate until, @Nullable Stage toStage,
    @Nullable String toCollector) {

  /** What can be done to many cases at once. */
  enum Action {
    /** Pause collection. */
    HOLD,
    /** End a pause. */
    RELEASE,
    /** Put into another stage. */
    STAGE,
    /** Give to another collector. */
    REASSIGN,
    /** Take back from a partner. */
    RECALL
  }
}
