package io.remit.books;

import io.remit.books.Difference.Outcome;
import io.remit.cases.BusinessCalendar;
import io.remit.cases.EnteredText;
import io.remit.cases.EntryKind;
import io.remit.cases.InvalidInputException;
import io.remit.cases.Postings;
import io.remit.cases.StatementContradicted;
import io.remit.cases.Timeline;
import io.remit.ledger.Account;
import io.remit.ledger.DifferingBooking;
import io.remit.ledger.DifferingBooking.Kind;
import io.remit.ledger.Ledger;
import io.remit.ledger.LedgerEntry;
import java.math.BigDecimal;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Statements of the creditor's that contradict what is known of a booking of Remit's own. A supervisor is asked; until
 * they have decided, what is owed is the less of the two, and for some days nobody is asked for it.
 */
@Component
public class Differences {

  private final DifferenceRepository differences;
  private final OwnBookingRepository bookings;
  private final DifferenceTasks tasks;
  private final Postings postings;
  private final Ledger ledger;
  private final Timeline timeline;
  private final BusinessCalendar calendar;

  Differences(DifferenceRepository differences, OwnBookingRepository bookings, DifferenceTasks tasks,
      Postings postings, Ledger ledger, Timeline timeline, BusinessCalendar calendar) {
    this.differences = differences;
    this.bookings = bookings;
    this.tasks = tasks;
    this.postings = postings;
    this.ledger = ledger;
    this.timeline = timeline;
    this.calendar = calendar;
  }

  /** Keeps what was found, and asks a supervisor; once for each booking as long as nobody has decided. */
  @EventListener
  void found(StatementContradicted contradicted) {
    Account account = contradicted.account();
    DifferingBooking differing = contradicted.booking();
    LedgerEntry entry = differing.entry();
    if (differences.isOpenFor(entry.ownReference())) {
      return;
    }
    long id = differences.insert(new Difference(0, entry.ownReference(), account.accountNumber(), account.caseNumber(),
        differing.kind(), account.statement().asOf(), account.currency(), account.statement().outstanding(),
        differing.expected(), calendar.now(), null, null, null, null));
    countTheLess(account, differing);
    bookings.setContradicted(entry.ownReference(), calendar.today());
    ledger.recompute(account.accountNumber());
    if (account.caseNumber() != null) {
      timeline.add(account.caseNumber(), EntryKind.BOOKS, Timeline.SYSTEM,
          differing.kind() == Kind.NOT_SHOWN ? "The creditor's books do not show what was booked here"
              : "The creditor's books seem to show already what was booked here",
          account.currency() + " " + entry.effect().toPlainString());
    }
    tasks.askSupervisor(Difference.numberOf(id));
  }

  private void countTheLess(Account account, DifferingBooking differing) {
    LedgerEntry entry = differing.entry();
    boolean lowers = entry.effect().signum() < 0;
    if (differing.kind() == Kind.NOT_SHOWN && lowers) {
      bookings.tellAgain(entry.ownReference());
    } else if (differing.kind() == Kind.SHOWN_ALREADY && !lowers) {
      bookings.acknowledge(entry.ownReference(), account.statement().asOf(), Timeline.SYSTEM, calendar.now());
    }
  }

  /** Those on which nobody has decided, the oldest first. */
  public List<Difference> open() {
    return differences.open();
  }

  /** @throws org.springframework.dao.EmptyResultDataAccessException if there is no such difference */
  public Difference get(String differenceNumber) {
    return differences.get(Difference.idOf(differenceNumber));
  }

  /** By how much the booking that a difference is about changes what is owed. */
  public BigDecimal effectOf(Difference difference) {
    return bookings.get(difference.reference()).effect();
  }

  /**
   * What a supervisor found out, as the form sends it.
   *
   * @param note how they know
   */
  public record Decided(Outcome outcome, @Nullable String note) {
  }

  /**
   * Records what a supervisor found out, and what is owed follows.
   *
   * @throws InvalidInputException if a field cannot be accepted; nothing is changed then
   */
  @Transactional
  public void decide(String differenceNumber, Decided decided, String actor) {
    Outcome outcome = decided.outcome();
    String reason = EnteredText.note(decided.note());
    if (reason == null) {
      throw new InvalidInputException("note", "say how you know");
    }
    Difference difference = get(differenceNumber);
    if (!differences.decide(difference.differenceId(), outcome, actor, calendar.now(), reason)) {
      throw new InvalidInputException("outcome", "was given before");
    }
    if (outcome == Outcome.SHOWN) {
      bookings.acknowledge(difference.reference(), difference.asOf(), actor, calendar.now());
    } else {
      bookings.tellAgain(difference.reference());
    }
    bookings.setContradicted(difference.reference(), null);
    postings.recompute(List.of(difference.accountNumber()));
    if (difference.caseNumber() != null) {
      timeline.add(difference.caseNumber(), EntryKind.BOOKS, actor, outcome == Outcome.SHOWN
          ? "The creditor's books show what was booked here: his figures stand"
          : "The creditor's books do not show what was booked here: it stays in force and he is told again", reason);
    }
  }
}
