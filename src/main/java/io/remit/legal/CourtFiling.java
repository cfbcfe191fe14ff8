package io.remit.legal;

/** How far a case has come with the court. */
final class CourtFiling {

  private CourtFiling() {
  }

  /** The states of a filing. */
  enum Status {
    APPROVED, DECLINED, FILED, DECIDED
  }

  /** What a court can answer. */
  enum Result {
    JUDGMENT, DISMISSED, SETTLED
  }
}
