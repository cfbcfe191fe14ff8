package io.remit.promise;

import io.remit.cases.Channel;
import io.remit.cases.MatterKey;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What a debtor promised to pay, and what became of it.
 *
 * @param given what was promised
 * @param takenBy user id of who took it, or Remit itself for a robot
 * @param channel of the conversation in which it was given
 * @param terms under which it is judged
 * @param paid what had come in on it when it was judged last, in its currency
 */
public record Promise(long promiseId, String caseNumber, Given given, Instant takenAt, String takenBy, Channel channel,
    Terms terms, Status status, BigDecimal paid) {

  /**
   * What was promised.
   *
   * @param amount above zero
   * @param currency ISO 4217 code of the amount
   * @param promisedFor the day on which it is to be paid at the latest, in the creditor's zone
   * @param representative who promised in the debtor's place; null if it was the debtor. Personal data
   * @param reminderAgreed whether the debtor agreed to one reminder on the day before
   */
  public record Given(BigDecimal amount, String currency, LocalDate promisedFor, Method method,
      @Nullable String representative, boolean reminderAgreed) {
  }

  /** How the debtor will pay. */
  public enum Method {
    BANK_TRANSFER, CARD, DIRECT_DEBIT, CASH, OTHER
  }

  /**
   * What the limits said when it was taken; a later change of them does not touch it.
   *
   * @param graceDays a payment may be so many days late
   * @param thresholdPercent so much of the amount is enough
   * @param approveBy a supervisor must approve it, and contact pauses for that until the end of this day; null if
   *     nobody must
   */
  public record Terms(int graceDays, int thresholdPercent, @Nullable LocalDate approveBy) {
  }

  /** Where a promise stands. */
  public enum Status {
    /** A supervisor has yet to approve it. */
    PROPOSED,
    /** A supervisor did not approve it. */
    REJECTED,
    /** It runs. */
    OPEN,
    KEPT, PARTLY_KEPT, BROKEN,
    /** The case ended before its day, and not by payment. */
    CANCELLED;

    /** Whether its day is over and too little was paid. */
    public boolean isNotKept() {
      return this == PARTLY_KEPT || this == BROKEN;
    }

    /** Whether it runs, or will if a supervisor approves it. */
    boolean runsOrMay() {
      return this == OPEN || this == PROPOSED;
    }

    /** Whether payments count for it. */
    boolean isJudged() {
      return this == OPEN || this == KEPT || isNotKept();
    }
  }

  /** Its name as a matter beside the case. */
  MatterKey key() {
    return new MatterKey(caseNumber, MatterKey.Kind.PROMISE, promiseId);
  }

  /** What is promised, in the currency. */
  public BigDecimal amount() {
    return given.amount();
  }

  /** ISO 4217 code. */
  public String currency() {
    return given.currency();
  }

  /** The day by which the money should come, in the creditor's zone. */
  public LocalDate promisedFor() {
    return given.promisedFor();
  }

  /** The last day on which a payment counts, in the creditor's zone. */
  LocalDate lastDay() {
    return given.promisedFor().plusDays(terms.graceDays());
  }

  /**
   * What a promise that was taken stands at: kept as soon as all is paid, otherwise decided once its last day is over.
   *
   * @param paidInTime what came in on it by its last day
   * @param today in the creditor's zone
   */
  Status judged(BigDecimal paidInTime, LocalDate today) {
    if (paidInTime.compareTo(amount()) >= 0) {
      return Status.KEPT;
    }
    if (!today.isAfter(lastDay())) {
      return Status.OPEN;
    }
    if (paidInTime.compareTo(enough()) >= 0) {
      return Status.KEPT;
    }
    return paidInTime.signum() > 0 ? Status.PARTLY_KEPT : Status.BROKEN;
  }

  private BigDecimal enough() {
    return amount().multiply(BigDecimal.valueOf(terms.thresholdPercent())).movePointLeft(2);
  }

  /** Names the promise but not who gave it. */
  @Override
  public String toString() {
    return "Promise[" + promiseId + ", case " + caseNumber + ", " + status + "]";
  }
}
