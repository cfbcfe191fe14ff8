package io.remit.outsourcing.proposal;

/** The engine as the batches of a day see it. */
public interface ProposalProcess {

  /** Lets a batch for a partner begin: an officer is asked at the hour of the day. */
  void begin(String partnerId);

  /** Asks nobody any more about the batch of a partner: each of its cases was decided by itself. */
  void nothingLeft(String partnerId);

  /**
   * Approves a case as if its own form had been sent.
   *
   * @param actor user id of who approved the batch
   * @return whether the case waited for it, and nobody else works on it
   * @throws io.remit.cases.InvalidInputException if it cannot go to the partner, or not by who approved it
   */
  boolean approve(String caseNumber, String partnerId, String actor);
}
