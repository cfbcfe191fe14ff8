package io.remit.cases;

import io.remit.cases.CollectionCase.CloseReason;

/**
 * Published in the transaction in which the process of a case has reached its end, just before the case is closed: what
 * runs for the case ends with it. Who listens does so in the order of its {@code @Order}, counted from these: what was
 * agreed or granted while the pauses for it are still there, then the pauses, then work that nobody needs to do any
 * more.
 */
public record CaseEnded(String caseNumber, CloseReason reason) {

  /** Promises, reliefs, plans and offers, one after the other. */
  public static final int AGREEMENTS = 100;
  /** Holds. */
  public static final int PAUSES = 200;
  /** What waits for a second person, a search for the debtor. */
  public static final int WORK = 300;

  /** Whether everything that the case asked for was paid. */
  public boolean isPaid() {
    return reason != CloseReason.WITHDRAWN;
  }
}
