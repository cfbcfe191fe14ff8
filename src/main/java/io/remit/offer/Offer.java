package io.remit.offer;

import io.remit.cases.MatterKey;
import io.remit.ledger.Allocation.Parts;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What a debtor need not pay: at once, or as soon as an amount is paid by a day. Once it was sent it binds us.
 *
 * @param currency ISO 4217 code of all amounts
 * @param payAmount what is paid for it; zero for a waiver without a condition
 * @param payBy the last value date on which a payment counts; without a condition the day of the proposal
 * @param waived what need not be paid then
 * @param reason why, in the words of who proposed it
 * @param terms what {@code waiver-limits} said when it was proposed
 * @param sinceEntryId payments that were booked after this entry of the ledger count
 * @param proposedBy user id
 * @param sentAt null before it binds us
 * @param holdId the hold that pauses contact, or null
 * @param endedAt null while it is open
 */
public record Offer(long offerId, String caseNumber, String currency, BigDecimal payAmount, LocalDate payBy,
    Parts waived, String reason, Terms terms, long sinceEntryId, Status status, Instant proposedAt, String proposedBy,
    @Nullable Instant sentAt, @Nullable Long holdId, @Nullable Instant endedAt) {

  /**
   * Under which an offer runs.
   *
   * @param approval whether another person must approve it
   * @param graceDays for so many days after its last day a payment of that day may still be booked
   */
  public record Terms(boolean approval, int graceDays) {
  }

  /** How far an offer has come. */
  public enum Status {
    /** Somebody else has to approve it. */
    PROPOSED,
    /** The debtor has it, and it binds us until its day. */
    SENT,
    /** Its condition is met, and the rest is waived. */
    FULFILLED,
    /** Its day is over. */
    LAPSED,
    REJECTED,
    /** The case was closed before it was sent. */
    CANCELLED;

    /** Whether it is not over yet. */
    public boolean isOpen() {
      return this == PROPOSED || this == SENT;
    }
  }

  /** Whether the debtor has to pay something for it. */
  public boolean isConditional() {
    return payAmount.signum() > 0;
  }

  /** All that is waived. */
  public BigDecimal waivedAmount() {
    return waived.fees().add(waived.interest()).add(waived.principal());
  }

  /** Its name as a matter beside the case. */
  public MatterKey key() {
    return new MatterKey(caseNumber, MatterKey.Kind.OFFER, offerId);
  }
}
