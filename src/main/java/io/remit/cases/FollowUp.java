package io.remit.cases;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A debtor's cases in one currency have to follow a change of their accounts, and cannot yet. What was booked counts
 * already; only the cases are behind it.
 *
 * @param since when they first could not follow
 * @param triedAt when it was tried last, or null
 * @param tries how often it was tried since
 */
public record FollowUp(String debtorId, String currency, Why why, Instant since, @Nullable Instant triedAt, int tries) {

  /** What keeps a case from following. */
  public enum Why {
    /** Its process, or one that runs beside it, is suspended. */
    SUSPENDED,
    /** Somebody deleted its process. It can be started again. */
    GONE,
    /** Its process is at a point at which it hears nothing, such as in the middle of a step that failed. */
    BUSY,
    /** A case is to be opened, and the newest model of cases is suspended. */
    NO_START,
    /** It was tried and failed; the log says where. */
    FAILED
  }
}
