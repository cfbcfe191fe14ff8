package io.remit.intake.delivery;

/** How far the intake of a file is. */
public enum FileStatus {
  /** Kept, and not begun: others are before it. */
  RECEIVED,
  /** A bank statement is read and its sums are checked; nothing of it is applied yet. */
  CHECKING,
  APPLYING,
  APPLIED,
  /** Some rows met an internal failure: it is applied again when it is delivered again. */
  APPLIED_IN_PART,
  REFUSED,
  /** Its node died or met a failure: a job and a file of the inbox are taken up again, another has to be sent again. */
  INTERRUPTED;

  boolean isDone() {
    return this == APPLIED || this == APPLIED_IN_PART || this == REFUSED;
  }
}
