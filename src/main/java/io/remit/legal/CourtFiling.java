package io.remit.legal;

/** How far a case has come with the court. */
public final class CourtFiling {

  private CourtFiling() {
  }

  /** The states of a filing. */
  enum Status {
    APPROVED, DECLINED,
    /** The dossier is out: the court has it, or is about to. */
    FILED,
    /** The court gave judgment, which is being enforced. */
    ENFORCING,
    /** Nothing more is asked of the court. */
    DECIDED,
    /** Somebody took the case out of its stage, or it could not be sued for any more when it was to be filed. */
    ENDED
  }

  /** How a suit can end before the court. */
  public enum Result {
    JUDGMENT, DISMISSED, SETTLED,
    /** Nobody asks the court any more. */
    WITHDRAWN
  }

  /** What became of filing an approved case. */
  public enum Attempt {
    /** The dossier is out. */
    FILED,
    /** The case may not be sued for any more. */
    NOT_POSSIBLE,
    /** The law firm to which it was referred may get nothing: somebody decides again. */
    REFUSED
  }
}
