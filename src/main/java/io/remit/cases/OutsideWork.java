package io.remit.cases;

/**
 * Somebody outside the house who works on cases: a court, or a partner. Each answers for itself whether it has a case,
 * from its own records. While one has, {@link ChangedCases} leaves the case with it.
 */
public interface OutsideWork {

  /** Who works outside. */
  enum Who {
    /** It keeps the case until the suit is over: also one that is paid or taken back. */
    COURT,
    /** It can be told to stop at any time: what ends the case ends its work. */
    PARTNER
  }

  /** Who answers. */
  Who who();

  /** Whether the case is out there now. */
  boolean has(String caseNumber);
}
