package io.remit.intake.delivery;

/** What became of a delivered file. */
public enum IntakeStatus {
  /** Read to its end: every row was applied or is named among the rejected. */
  APPLIED,
  /** The same content was applied before; nothing changed now. */
  ALREADY_APPLIED,
  /** The file itself cannot be used; nothing changed. */
  REFUSED
}
