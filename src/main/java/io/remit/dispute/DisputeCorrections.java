package io.remit.dispute;

import io.remit.approval.Proposal;
import io.remit.approval.Proposals;
import io.remit.cases.Booking;
import io.remit.cases.Bookings;
import io.remit.cases.BusinessCalendar;
import io.remit.cases.EnteredText;
import io.remit.cases.InvalidInputException;
import io.remit.cases.MatterKey;
import io.remit.dispute.DisputeAnswer.Outcome;
import io.remit.hold.HoldEnd;
import io.remit.hold.Holds;
import io.remit.ledger.Account;
import io.remit.ledger.AccountRepository;
import io.remit.ledger.LedgerEntry;
import io.remit.ledger.PostingResult;
import java.math.BigDecimal;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Corrects what is owed where a debtor is right about the amount. */
@Component
public class DisputeCorrections {

  private final Holds holds;
  private final HoldEnd holdEnd;
  private final AccountRepository accounts;
  private final Proposals proposals;
  private final Bookings bookings;
  private final BusinessCalendar calendar;

  DisputeCorrections(Holds holds, HoldEnd holdEnd, AccountRepository accounts, Proposals proposals, Bookings bookings,
      BusinessCalendar calendar) {
    this.holds = holds;
    this.holdEnd = holdEnd;
    this.accounts = accounts;
    this.proposals = proposals;
    this.bookings = bookings;
    this.calendar = calendar;
  }

  /**
   * Checks what is really owed, as somebody entered it.
   *
   * @param accountNumber one of the case's
   * @param correctedAmount in the account's currency; less than what is owed now
   * @throws InvalidInputException if a field cannot be accepted
   */
  DisputeAnswer check(MatterKey dispute, String accountNumber, String correctedAmount) {
    Account account = accounts.ofCase(dispute.caseNumber()).stream()
        .filter(owed -> owed.accountNumber().equals(accountNumber)).findFirst()
        .orElseThrow(() -> new InvalidInputException("accountNumber", "must be an account of this case"));
    BigDecimal corrected = EnteredText.amount("correctedAmount", correctedAmount, account.currency());
    if (corrected.compareTo(account.outstandingAmount()) >= 0) {
      throw new InvalidInputException("correctedAmount", "must be less than what is owed now");
    }
    return new DisputeAnswer(Outcome.UPHELD_CORRECT, account.accountNumber(), corrected, null);
  }

  /** Writes down that less is owed: above the limits it waits for another person. */
  void propose(MatterKey dispute, DisputeAnswer answer, @Nullable String note, String by) {
    Account account = accounts.find(Objects.requireNonNull(answer.accountNumber())).orElseThrow();
    BigDecimal owed = account.outstandingAmount();
    proposals.propose(new Proposals.Draft(dispute.toString(), Proposal.Kind.CORRECTION, dispute.caseNumber(),
        account.accountNumber(), account.currency(), owed.subtract(answer.correctedAmount()), owed, note,
        holds.get(dispute).raised()), by);
  }

  /** Ends a dispute that was upheld about the amount: books what is really owed, and the case goes on or is cured. */
  public void correct(MatterKey dispute, String by) {
    Proposal approved = proposals.approved(dispute.toString());
    holdEnd.releaseWith(dispute, by, Outcome.UPHELD_CORRECT.name(), () -> book(dispute, approved, by));
  }

  /** Books what was decided and approved: what was paid in the meantime stays paid. */
  private void book(MatterKey dispute, Proposal approved, String by) {
    PostingResult result = bookings.book(new Booking("DISPUTE-" + dispute,
        Objects.requireNonNull(approved.accountNumber()),
        LedgerEntry.Type.CORRECTION, approved.amount().negate(), calendar.today(), null, by,
        "The debtor's dispute was upheld"));
    if (result.outcome() != PostingResult.Outcome.POSTED) {
      throw new IllegalStateException("the correction of dispute " + dispute + " was not booked: " + result);
    }
  }
}
