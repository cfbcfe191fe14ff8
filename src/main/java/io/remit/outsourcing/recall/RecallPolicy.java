package io.remit.outsourcing.recall;

import io.remit.ledger.Amount;
import io.remit.partner.PartnerKind;
import org.jspecify.annotations.Nullable;

/** Whether a placed case is recalled: the decision {@code placement-recall}, asked through the engine. */
public interface RecallPolicy {

  /** What the table says of a case that a partner has. */
  Answer answerTo(Question question);

  /**
   * What the table may ask for.
   *
   * @param daysPlaced since the partner was given the case
   * @param daysSilent since the partner last told of it, or was given it
   * @param paidShare in percent, rounded down, how much less is owed than when it was handed over; 0 if it is more
   * @param outstandingAmount what is owed now, compared in the reference currency
   */
  record Question(PartnerKind kind, int daysPlaced, int daysSilent, int paidShare, int daysPastDue,
      Amount outstandingAmount) {
  }

  /**
   * A row's answer.
   *
   * @param why in words; null where nothing is recalled
   */
  record Answer(boolean recall, @Nullable String why) {
  }
}
