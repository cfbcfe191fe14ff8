package io.remit.outsourcing.after;

/** Whether a case could be sued for, as {@code court-eligibility} says; answered by whoever knows courts. */
public interface SuitChances {

  /** Whether a suit is possible by the facts of today. */
  Chance of(String caseNumber);

  /** Whether it is. */
  enum Chance {
    YES,
    /** The letter before court comes first, or its deadline. */
    AFTER_LETTER,
    NO
  }
}
