package io.remit.promise;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;

/**
 * What a debtor promised to pay.
 *
 * @param currency ISO 4217 code of the amount
 * @param promisedFor the last day on which the promise can be kept, in the creditor's zone
 * @param takenBy user id of who took it
 */
public record Promise(long promiseId, String caseNumber, BigDecimal amount, String currency, LocalDate promisedFor,
    Instant takenAt, String takenBy, String channel, Status status) {

  /** Whether it was kept. */
  public enum Status {
    OPEN, KEPT, PARTLY_KEPT, BROKEN
  }

  /**
   * What became of a promise once its day is over.
   *
   * @param paid what came in since it was made
   */
  static Status outcome(BigDecimal promised, BigDecimal paid) {
    if (paid.compareTo(promised) >= 0) {
      return Status.KEPT;
    }
    return paid.signum() > 0 ? Status.PARTLY_KEPT : Status.BROKEN;
  }
}
