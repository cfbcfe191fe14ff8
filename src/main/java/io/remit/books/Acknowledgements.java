package io.remit.books;

import io.remit.cases.BusinessCalendar;
import io.remit.cases.Postings;
import io.remit.ledger.AccountRepository;
import io.remit.ledger.Refusal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Takes what the creditor acknowledges: statements of that day and later contain it, and it counts no more on top. */
@Component
public class Acknowledgements {

  private final OwnBookingRepository bookings;
  private final DifferenceRepository differences;
  private final AccountRepository accounts;
  private final Postings postings;
  private final BusinessCalendar calendar;

  Acknowledgements(OwnBookingRepository bookings, DifferenceRepository differences, AccountRepository accounts,
      Postings postings, BusinessCalendar calendar) {
    this.bookings = bookings;
    this.differences = differences;
    this.accounts = accounts;
    this.postings = postings;
    this.calendar = calendar;
  }

  /**
   * Takes a batch in one transaction. What was acknowledged before stays as it was.
   *
   * @param by user id of who sent it; null for a file of the inbox
   * @return for each in order empty, or why it cannot be taken
   */
  @Transactional
  public List<Optional<Refusal>> take(List<Acknowledgement> batch, @Nullable String by) {
    Set<String> touched = new LinkedHashSet<>();
    List<Optional<Refusal>> refusals = new ArrayList<>();
    batch.forEach(told -> refusals.add(take(told, by == null ? "creditor" : by, touched)));
    postings.recompute(touched);
    return refusals;
  }

  private Optional<Refusal> take(Acknowledgement told, String by, Set<String> touched) {
    if (told.asOf().isAfter(calendar.today())) {
      return Optional.of(new Refusal("as_of", "as-of-in-future", "the day of the books lies ahead"));
    }
    List<OwnBooking> itsBookings = bookings.ofExport(told.exportNumber()).stream()
        .filter(booking -> told.reference() == null || told.reference().equals(booking.reference())).toList();
    if (itsBookings.isEmpty()) {
      return Optional.of(told.reference() == null
          ? new Refusal("export_number", "unknown-export", "there is no export of this number")
          : new Refusal("booking_reference", "unknown-booking", "this export does not tell this booking"));
    }
    itsBookings.stream().filter(booking -> booking.inBooksFrom() == null).forEach(booking -> {
      bookings.acknowledge(booking.reference(), shownFrom(told.asOf(), booking), by, calendar.now());
      touched.add(booking.accountNumber());
    });
    return Optional.empty();
  }

  /**
   * No books show what was not booked yet; and where the last statement fitted without it, the next one has to show it,
   * so that what was waived does not come back by an acknowledgement of a day that is past.
   */
  private LocalDate shownFrom(LocalDate asOf, OwnBooking booking) {
    LocalDate last = accounts.find(booking.accountNumber()).orElseThrow().statement().asOf();
    LocalDate earliest = differences.isOpenFor(booking.reference()) || last.isBefore(booking.bookedOn())
        ? booking.bookedOn() : last.plusDays(1);
    return asOf.isBefore(earliest) ? earliest : asOf;
  }
}
