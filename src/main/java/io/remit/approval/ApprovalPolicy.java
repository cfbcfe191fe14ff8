package io.remit.approval;

import java.math.BigDecimal;

/** The decision {@code approval-limits}, asked through the engine. */
public interface ApprovalPolicy {

  /**
   * A change that somebody wants.
   *
   * @param currency ISO 4217 code of the amount
   * @param amount of the change, with those of its kind in the case that nobody else approved in the last year
   * @param share of what is owed that the change alone is, in percent, rounded up; 100 if nothing is owed
   * @param aloneToday how many changes the same person decided on alone today before this one
   */
  record Question(Proposal.Kind kind, String currency, BigDecimal amount, int share, int aloneToday) {
  }

  /** Whether another person has to approve it. */
  boolean needsApproval(Question question);
}
