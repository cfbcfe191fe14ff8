package io.remit.approval;

/**
 * What another person decided on what waits for it, as the form sends it.
 *
 * @param note why; null if nothing was written
 */
public record SecondDecision(Outcome outcome, String note) {

  /** What another person can decide. */
  public enum Outcome {
    APPROVED, REJECTED
  }
}
