package io.remit.legal;

/** How far a case has come with the court. */
public final class CourtFiling {

  private CourtFiling() {
  }

  /** The states of a filing. */
  enum Status {
    APPROVED, DECLINED, FILED, DECIDED,
    /** Somebody took the case out of its stage in the engine before the court had decided. */
    ENDED
  }

  /** How a suit can end before the court. */
  public enum Result {
    JUDGMENT, DISMISSED, SETTLED,
    /** Nobody asks the court any more. */
    WITHDRAWN
  }
}
