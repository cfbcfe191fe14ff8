package io.remit.legal;

/** How far a case has come with the court. */
public final class CourtFiling {

  private CourtFiling() {
  }

  /** The states of a filing. */
  enum Status {
    APPROVED, DECLINED, FILED, DECIDED,
    /** The case left its stage, by a payment or a pause, before the court had decided. */
    ENDED
  }

  /** What a court can answer. */
  public enum Result {
    JUDGMENT, DISMISSED, SETTLED
  }
}
