package io.remit.eventlog;

import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What Remit's own tables say of a case.
 *
 * @param status OPEN, HELD or CLOSED
 * @param stage null before it entered one
 * @param processId the process that it says is its own
 * @param stays in stages that it left, the first first
 * @param told the kinds of entries of its timeline, the first first
 */
record CaseFacts(String caseNumber, String status, @Nullable String stage, @Nullable Instant stageEnteredAt,
    @Nullable String processId, Instant openedAt, @Nullable Instant closedAt, @Nullable String closeReason,
    List<Stay> stays, List<String> told) {

  /** One stay in a stage. */
  record Stay(String stage, Instant enteredAt, Instant leftAt) {
  }

  boolean isClosed() {
    return status.equals("CLOSED");
  }

  boolean isHeld() {
    return status.equals("HELD");
  }
}
