package io.remit.hardship;

import io.remit.cases.Booking;
import io.remit.cases.Bookings;
import io.remit.cases.BusinessCalendar;
import io.remit.cases.MatterKey;
import io.remit.hold.HoldEnd;
import io.remit.ledger.LedgerEntry;
import io.remit.ledger.PostingResult;
import java.util.Objects;
import org.springframework.stereotype.Component;

/** Waives a part of the debt as relief. */
@Component
public class ReliefWaiver {

  private final Reliefs reliefs;
  private final HardshipRepository granted;
  private final HoldEnd holdEnd;
  private final Bookings bookings;
  private final BusinessCalendar calendar;

  ReliefWaiver(Reliefs reliefs, HardshipRepository granted, HoldEnd holdEnd, Bookings bookings,
      BusinessCalendar calendar) {
    this.reliefs = reliefs;
    this.granted = granted;
    this.holdEnd = holdEnd;
    this.bookings = bookings;
    this.calendar = calendar;
  }

  /** Books the part that need not be paid; collection of the rest goes on. */
  public void waive(MatterKey hold, String by) {
    Relief waiver = reliefs.relief(hold);
    granted.end(waiver.reliefId(), calendar.now(), by);
    holdEnd.releaseWith(hold, by, Relief.Kind.PART_WAIVER.name(), () -> book(hold, waiver, by));
  }

  private void book(MatterKey hold, Relief waiver, String by) {
    PostingResult result = bookings.book(new Booking("RELIEF-" + hold,
        Objects.requireNonNull(waiver.accountNumber(), "a waiver names its account"), LedgerEntry.Type.WAIVER,
        Objects.requireNonNull(waiver.amount(), "a waiver names its amount"), calendar.today(), null, by,
        "Relief for hardship"));
    if (result.outcome() != PostingResult.Outcome.POSTED) {
      throw new IllegalStateException("the waiver of " + hold + " was not booked: " + result);
    }
  }
}
