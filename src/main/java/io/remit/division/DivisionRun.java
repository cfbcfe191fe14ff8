package io.remit.division;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A run of the division, from its preview on.
 *
 * @param absent user id of the collector whose cases are divided anew; null for all cases
 * @param reason why it was run; null as long as it was not
 */
record DivisionRun(long runId, Status status, @Nullable String absent, String previewedBy, Instant previewedAt,
    @Nullable String reason, @Nullable String runBy, @Nullable Instant runAt) {

  enum Status {
    /** It tells what would happen. */
    PREVIEW,
    /** It has been started; each case changes hands by itself. */
    RUNNING,
    /** Every case has its outcome. */
    DONE
  }
}
