package io.remit.approval;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/**
 * A change that gives money away or closes a case, as somebody decided on it.
 *
 * @param subject what it is about: a matter such as {@code C100001-H12}, or the number of a payment
 * @param caseNumber null for a payment to an account without a case
 * @param accountNumber on which it is booked, or null
 * @param currency ISO 4217 code of the amount
 * @param amount by how much the debt or the creditor's money becomes less
 * @param reason in the words of who decided, or null
 * @param needsApproval whether {@code approval-limits} asked for another person
 * @param raised who brought the matter forward before that, or null
 * @param proposed who decided
 */
public record Proposal(long proposalId, String subject, Kind kind, @Nullable String caseNumber,
    @Nullable String accountNumber, String currency, BigDecimal amount, @Nullable String reason, boolean needsApproval,
    Status status, @Nullable Raised raised, Raised proposed) {

  /** What is changed. */
  public enum Kind {
    /** An account owes less than was said. */
    CORRECTION,
    /** A case leaves collection, with all that it owes. */
    WITHDRAWAL,
    /** A payment is posted to an account that a person chose. */
    POSTING,
    /** A payment is sent back. */
    RETURN
  }

  /** Where it stands. */
  public enum Status {
    /** Another person has yet to decide on it. */
    PROPOSED,
    /** It may be carried out. */
    APPROVED,
    REJECTED,
    /** What it was about ended before anybody decided. */
    CANCELLED
  }

  /** Whether another person has yet to decide on it. */
  public boolean waits() {
    return status == Status.PROPOSED;
  }
}
