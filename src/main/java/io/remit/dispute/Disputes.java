package io.remit.dispute;

import io.remit.approval.Proposal;
import io.remit.approval.Proposals;
import io.remit.approval.Raised;
import io.remit.approval.SecondPerson;
import io.remit.approval.Withdrawals;
import io.remit.cases.Booking;
import io.remit.cases.Bookings;
import io.remit.cases.BusinessCalendar;
import io.remit.cases.EnteredText;
import io.remit.cases.EntryKind;
import io.remit.cases.InvalidInputException;
import io.remit.cases.MatterKey;
import io.remit.cases.Timeline;
import io.remit.contact.incoming.WrittenAnswers;
import io.remit.dispute.DisputeAnswer.Outcome;
import io.remit.dispute.DisputeAnswer.Reason;
import io.remit.hold.Hold;
import io.remit.hold.HoldPolicy;
import io.remit.hold.Holds;
import io.remit.ledger.Account;
import io.remit.ledger.AccountRepository;
import io.remit.ledger.LedgerEntry;
import io.remit.ledger.PostingResult;
import java.math.BigDecimal;
import java.util.Locale;
import org.springframework.stereotype.Component;

/** Decides on disputes: a debtor who says that he does not owe this has an answer, and its reasons. */
@Component
public class Disputes {

  /** The priority of the task when the answer is late. */
  public static final int LATE_PRIORITY = 100;

  private final Holds holds;
  private final HoldPolicy policy;
  private final DisputeAnswerRepository answers;
  private final Proposals proposals;
  private final Withdrawals withdrawals;
  private final SecondPerson secondPerson;
  private final AccountRepository accounts;
  private final Bookings bookings;
  private final WrittenAnswers writtenAnswers;
  private final BusinessCalendar calendar;
  private final Timeline timeline;

  Disputes(Holds holds, HoldPolicy policy, DisputeAnswerRepository answers, Proposals proposals,
      Withdrawals withdrawals, SecondPerson secondPerson, AccountRepository accounts, Bookings bookings,
      WrittenAnswers writtenAnswers, BusinessCalendar calendar, Timeline timeline) {
    this.holds = holds;
    this.policy = policy;
    this.answers = answers;
    this.proposals = proposals;
    this.withdrawals = withdrawals;
    this.secondPerson = secondPerson;
    this.accounts = accounts;
    this.bookings = bookings;
    this.writtenAnswers = writtenAnswers;
    this.calendar = calendar;
    this.timeline = timeline;
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
   * @throws InvalidInputException if he raised it
   */
  public void mayDecide(MatterKey dispute, String field, String userId) {
    secondPerson.mustDecide(field, userId, raised(dispute), "is for another person: you raised this dispute yourself");
  }

  private Raised raised(MatterKey dispute) {
    Hold hold = holds.get(dispute);
    return new Raised(hold.key().caseNumber(), hold.raisedBy(), hold.raisedAt());
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
      case UPHELD_CORRECT -> correction(dispute, decided);
      case REJECTED -> rejection(decided, note);
      case UPHELD_CLOSE, MORE_TIME -> new DisputeAnswer(outcome, null, null, null);
    };
    if (outcome == Outcome.MORE_TIME) {
      holds.extend(dispute, EnteredText.dateAhead("moreTimeUntil", decided.moreTimeUntil(), calendar.today(),
          calendar.today().plusDays(policy.ruleOf(holds.get(dispute).reason()).longestDays())), by);
    }
    answers.save(dispute.number(), answer);
    if (note != null) {
      holds.note(dispute, note);
    }
    timeline.add(dispute.caseNumber(), EntryKind.DISPUTE, by, "A supervisor decided on the dispute",
        outcome.name() + (answer.reason() == null ? "" : ", " + answer.reason()));
    propose(dispute, answer, note, by);
  }

  private void propose(MatterKey dispute, DisputeAnswer answer, String note, String by) {
    if (answer.outcome() == Outcome.UPHELD_CLOSE) {
      proposals.propose(withdrawals.draft(dispute.toString(), dispute.caseNumber(), note, raised(dispute)), by);
    } else if (answer.outcome() == Outcome.UPHELD_CORRECT) {
      Account account = accounts.find(answer.accountNumber()).orElseThrow();
      BigDecimal owed = account.outstandingAmount();
      proposals.propose(new Proposals.Draft(dispute.toString(), Proposal.Kind.CORRECTION, dispute.caseNumber(),
          account.accountNumber(), account.currency(), owed.subtract(answer.correctedAmount()), owed, note,
          raised(dispute)), by);
    }
  }

  private DisputeAnswer correction(MatterKey dispute, Decided decided) {
    Account account = accounts.ofCase(dispute.caseNumber()).stream()
        .filter(owed -> owed.accountNumber().equals(decided.accountNumber())).findFirst()
        .orElseThrow(() -> new InvalidInputException("accountNumber", "must be an account of this case"));
    BigDecimal corrected = EnteredText.amount("correctedAmount", decided.correctedAmount(), account.currency());
    if (corrected.compareTo(account.outstandingAmount()) >= 0) {
      throw new InvalidInputException("correctedAmount", "must be less than what is owed now");
    }
    return new DisputeAnswer(Outcome.UPHELD_CORRECT, account.accountNumber(), corrected, null);
  }

  private static DisputeAnswer rejection(Decided decided, String note) {
    Reason reason = EnteredText.choice("reason", decided.reason(), Reason.class);
    if (note == null) {
      throw new InvalidInputException("note", "say what speaks against the debtor");
    }
    return new DisputeAnswer(Outcome.REJECTED, null, null, reason);
  }

  /** Ends a dispute that was upheld about the amount: books what is really owed, and the case goes on or is cured. */
  public void correct(MatterKey dispute, String by) {
    Proposal approved = proposals.approved(dispute.toString());
    holds.releaseWith(dispute, by, Outcome.UPHELD_CORRECT.name(), () -> book(dispute, approved, by));
  }

  /** Books what was decided and approved: what was paid in the meantime stays paid. */
  private void book(MatterKey dispute, Proposal approved, String by) {
    PostingResult result = bookings.book(new Booking("DISPUTE-" + dispute, approved.accountNumber(),
        LedgerEntry.Type.CORRECTION, approved.amount().negate(), calendar.today(), null, by,
        "The debtor's dispute was upheld"));
    if (result.outcome() != PostingResult.Outcome.POSTED) {
      throw new IllegalStateException("the correction of dispute " + dispute + " was not booked: " + result);
    }
  }

  /** Plans the answer to the debtor, with the approved reasons. */
  public void answer(MatterKey dispute) {
    writtenAnswers.plan(dispute.caseNumber(), textOf(answers.get(dispute.number())));
  }

  private static String textOf(DisputeAnswer answer) {
    return switch (answer.outcome()) {
      case UPHELD_CLOSE -> "dispute-upheld";
      case UPHELD_CORRECT -> "dispute-corrected";
      case REJECTED -> "dispute-rejected-" + answer.reason().name().toLowerCase(Locale.ROOT).replace('_', '-');
      case MORE_TIME -> throw new IllegalStateException("a dispute that is not decided yet has no answer");
    };
  }

  /** The day has passed by which the debtor should have had his answer. */
  public void late(MatterKey dispute) {
    timeline.add(dispute.caseNumber(), EntryKind.DISPUTE, Timeline.SYSTEM, "The answer to the dispute is late", null);
  }
}
