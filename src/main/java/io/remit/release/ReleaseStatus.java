package io.remit.release;

/** Where a release stands. */
public enum ReleaseStatus {
  /** Another person has yet to decide on it. */
  PROPOSED,
  /** Another person decided that it does not run. */
  REFUSED,
  /** Another release was deployed while it waited; its files have to be proposed anew. */
  OUT_OF_DATE,
  /** Its models run. */
  RUNNING,
  /** It ran, and the next one runs. */
  REPLACED,
  /** It ran, and somebody went back to the one before. */
  ROLLED_BACK
}
