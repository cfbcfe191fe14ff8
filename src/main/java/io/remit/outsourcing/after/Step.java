package io.remit.outsourcing.after;

/** What can come after a placement. The names are stored: one may come, none is renamed. */
public enum Step {
  /** The case goes on in its stage, as it would without a partner. */
  LADDER,
  /** It is proposed for another partner at once. */
  ANOTHER_PARTNER,
  /** It goes back to the legal stage. */
  COURT,
  /** It is proposed to leave collection. */
  WRITE_OFF
}
