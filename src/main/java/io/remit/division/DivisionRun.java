package io.remit.division;

import java.time.Instant;

/**
 * A run of the division, from its preview on.
 *
 * @param absent user id of the collector whose cases are divided anew; null for all cases
 * @param reason why it was run; null as long as it was not
 */
record DivisionRun(long runId, Status status, String absent, String previewedBy, Instant previewedAt, String reason,
    String runBy, Instant runAt) {

  enum Status {
    /** It tells what would happen. */
    PREVIEW,
    /** It has been started; each case changes hands by itself. */
    RUNNING,
    /** Every case has its outcome. */
    DONE
  }
}
