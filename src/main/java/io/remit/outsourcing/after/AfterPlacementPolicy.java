package io.remit.outsourcing.after;

import io.remit.ledger.Amount;

/** What comes after a placement: the decision {@code after-placement}, asked through the engine. */
public interface AfterPlacementPolicy {

  /** What the table says of a case that came back. */
  Answer answerTo(Question question);

  /**
   * What the table may ask for.
   *
   * @param reason why the placement ended: a name of {@code PlacementReturns.Reason}
   * @param held whether nothing of the case is to be collected now: it is on hold, or nothing is overdue
   * @param overdueAmount what is overdue today, compared in the reference currency
   * @param placements how often a partner had the case
   * @param otherPartner whether another partner suits it today
   * @param timeBarred whether a debt of it is too old to be sued for
   */
  record Question(String reason, boolean held, int daysPastDue, Amount overdueAmount, int placements,
      boolean otherPartner, SuitChances.Chance suit, boolean timeBarred) {
  }

  /**
   * A row's answer.
   *
   * @param officer whether an officer decides on it
   * @param why in words
   * @param apartDays for how many days the case does not go to the partner that had it
   */
  record Answer(Step next, boolean officer, String why, int apartDays) {
  }
}
