package io.remit.plan;

import io.remit.cases.MatterKey;
import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * An agreement that a debtor pays in instalments.
 *
 * @param currency ISO 4217 code of all amounts
 * @param sinceEntryId what was booked after this entry of the ledger pays instalments
 * @param proposedBy user id
 * @param offeredUntil the last day on which the debtor can accept; null before it was offered
 * @param document the printed agreement's name within the work folder, or null
 * @param acceptedOn the day on which the debtor accepted, or null
 * @param acceptedHow how the debtor accepted, or null
 * @param holdId the hold that pauses collection, or null
 * @param endedAt null while it is open
 */
public record Plan(long planId, String caseNumber, String currency, Schedule schedule, Interval interval,
    Terms terms, long sinceEntryId, Status status, Instant proposedAt, String proposedBy,
    @Nullable LocalDate offeredUntil, @Nullable String document, @Nullable LocalDate acceptedOn,
    @Nullable Acceptance acceptedHow, @Nullable Long holdId, @Nullable Instant endedAt) {

  /**
   * What {@code plan-limits} said when the plan was proposed.
   *
   * @param approval whether another person must approve it
   * @param validDays for so many days the debtor may accept
   */
  public record Terms(boolean approval, Tolerance tolerance, int validDays) {
  }

  /** How a debtor accepted. */
  public enum Acceptance {
    SIGNED_PAPER, EMAIL, RECORDED_CALL, IN_PERSON
  }

  /** How far a plan has come. */
  public enum Status {
    /** Somebody else has to approve it, or it is being printed. */
    PROPOSED(true),
    /** The debtor can accept it. */
    OFFERED(true),
    /** Accepted: collection rests while it is kept. */
    IN_FORCE(true),
    /** Every instalment is paid. */
    COMPLETED(false),
    /** Everything was paid before the last instalment was due. */
    SETTLED_EARLY(false),
    /** Instalments were missed. */
    BREACHED(false),
    REJECTED(false),
    /** The debtor did not want it. */
    REFUSED(false),
    /** The debtor did not accept in time. */
    LAPSED(false),
    /** Staff ended it, or the case was withdrawn. */
    CANCELLED(false);

    private final boolean open;

    Status(boolean open) {
      this.open = open;
    }

    /** Whether it is not over yet. */
    public boolean isOpen() {
      return open;
    }
  }

  /** Its name as a matter beside the case. */
  public MatterKey key() {
    return new MatterKey(caseNumber, MatterKey.Kind.PLAN, planId);
  }
}
