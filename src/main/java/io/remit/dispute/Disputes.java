package io.remit.dispute;

import io.remit.approval.SecondPerson;
import io.remit.approval.Withdrawals;
import io.remit.cases.EnteredText;
import io.remit.cases.EntryKind;
import io.remit.cases.InvalidInputException;
import io.remit.cases.MatterKey;
import io.remit.dispute.DisputeAnswer.Outcome;
import io.remit.dispute.DisputeAnswer.Reason;
import io.remit.hold.HoldReview;
import io.remit.hold.Holds;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Decides on disputes: a debtor who says that this is not owed has an answer, and its reasons. */
@Component
public class Disputes {

  /** The priority of the task when the answer is late. */
  public static final int LATE_PRIORITY = 100;

  private final Holds holds;
  private final HoldReview review;
  private final DisputeAnswerRepository answers;
  private final DisputeCorrections corrections;
  private final Withdrawals withdrawals;
  private final SecondPerson secondPerson;

  Disputes(Holds holds, HoldReview review, DisputeAnswerRepository answers, DisputeCorrections corrections,
      Withdrawals withdrawals, SecondPerson secondPerson) {
    this.holds = holds;
    this.review = review;
    this.answers = answers;
    this.corrections = corrections;
    this.withdrawals = withdrawals;
    this.secondPerson = secondPerson;
  }

  /**
   * A decision as it was entered.
   *
   * @param accountNumber only asked for on UPHELD_CORRECT: one of the case's
   * @param correctedAmount only asked for on UPHELD_CORRECT: what is really owed, in the case's currency
   * @param reason only asked for on REJECTED: DELIVERED, NOT_PAID or AMOUNT_RIGHT
   * @param moreTimeUntil only asked for on MORE_TIME: ISO date ahead
   * @param note what speaks for the decision, for us; asked for on REJECTED
   */
  public record Decided(Outcome outcome, String accountNumber, String correctedAmount, String reason,
      String moreTimeUntil, String note) {
  }

  /**
   * Whether somebody may decide on a dispute.
   *
   * @throws InvalidInputException if that person raised it
   */
  public void mayDecide(MatterKey dispute, String field, String userId) {
    secondPerson.mustDecide(field, userId, holds.get(dispute).raised(),
        "is for another person: you raised this dispute yourself");
  }

  /**
   * Records a decision; what follows from it stands in the model. That less is owed, or nothing is collected, waits for
   * another person above the limits of {@code approval-limits}.
   *
   * @param by user id; not who raised the dispute
   * @throws InvalidInputException if a field cannot be accepted
   */
  public void decide(MatterKey dispute, Decided decided, String by) {
    Outcome outcome = decided.outcome();
    String note = EnteredText.note(decided.note());
    mayDecide(dispute, "outcome", by);
    DisputeAnswer answer = switch (outcome) {
      case UPHELD_CORRECT -> corrections.check(dispute, decided.accountNumber(), decided.correctedAmount());
      case REJECTED -> rejection(decided, note);
      case UPHELD_CLOSE, MORE_TIME -> new DisputeAnswer(outcome, null, null, null);
    };
    if (outcome == Outcome.MORE_TIME) {
      review.extend(dispute, "moreTimeUntil", decided.moreTimeUntil(), by);
    }
    answers.save(dispute.number(), answer);
    review.decided(dispute, EntryKind.DISPUTE, "A supervisor decided on the dispute",
        outcome.name() + (answer.reason() == null ? "" : ", " + answer.reason()), note, by);
    if (outcome == Outcome.UPHELD_CLOSE) {
      withdrawals.propose(dispute, note, holds.get(dispute).raised(), by);
    } else if (outcome == Outcome.UPHELD_CORRECT) {
      corrections.propose(dispute, answer, note, by);
    }
  }

  private static DisputeAnswer rejection(Decided decided, @Nullable String note) {
    Reason reason = EnteredText.choice("reason", decided.reason(), Reason.class);
    if (note == null) {
      throw new InvalidInputException("note", "say what speaks against the debtor");
    }
    return new DisputeAnswer(Outcome.REJECTED, null, null, reason);
  }
}
