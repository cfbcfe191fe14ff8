package io.remit.ledger;

import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * What the creditor's last file said of one account.
 *
 * @param outstanding what is still owed; below zero if the debtor is in credit
 * @param overdue the part of it that was overdue; null if the file does not say
 * @param nextDue the part that falls due on the account's due date, where that lay ahead; null if it is not known
 * @param asOf the last day, in the creditor's zone, whose bookings it contains whole
 * @param asOfTold whether the creditor named that day; else it is assumed
 * @param takenOn the business date on which the file was taken in
 * @param entryId the newest ledger entry when it was taken in
 * @param fit how it fits what was computed before it
 */
public record Statement(BigDecimal outstanding, @Nullable BigDecimal overdue, @Nullable BigDecimal nextDue,
    LocalDate asOf, boolean asOfTold, LocalDate takenOn, long entryId, Fit fit) {

  /** Banks book later than they value; a value date so many days before the statement's day is sure to be in it. */
  static final int LATEST_BOOKING_DAYS = 10;

  /** How a statement fits the balance that was computed before it, and what that says of doubtful money. */
  public enum Fit {
    /** It does not fit, or there was none before it. */
    NONE,
    /** It fits by the booking dates. */
    AS_DATED,
    /** It fits only if the money of which that was in doubt is in it. */
    WITH_DOUBTFUL,
    /** It fits only if the money of which that was in doubt is not in it. */
    WITHOUT_DOUBTFUL
  }

  Statement fitting(Fit other) {
    return new Statement(outstanding, overdue, nextDue, asOf, asOfTold, takenOn, entryId, other);
  }

  /**
   * Whether an entry counts no more on top of the statement, since it is in it: money that was booked on its day or
   * before; what only Remit knew, once the creditor has acknowledged it.
   */
  boolean contains(LedgerEntry entry) {
    if (entry.type().isOwn()) {
      return entry.inBooks().showOn(asOf);
    }
    if (mayOrMayNotContain(entry) && wasKnown(entry) && (fit == Fit.WITH_DOUBTFUL || fit == Fit.WITHOUT_DOUBTFUL)) {
      return fit == Fit.WITH_DOUBTFUL;
    }
    return !entry.storedBookingDay().day().isAfter(asOf) || isLongValued(entry);
  }

  /** Whether it is not certain that {@link #contains} is right: the debtor is not to be asked for such money. */
  boolean isInDoubt(LedgerEntry entry) {
    return !entry.type().isOwn() && mayOrMayNotContain(entry) && !(wasKnown(entry) && fit != Fit.NONE);
  }

  /** Whether the dates leave it open. */
  private boolean mayOrMayNotContain(LedgerEntry entry) {
    BookingDay booked = entry.storedBookingDay();
    LocalDate latest = booked.day();
    LocalDate earliest = booked.told() || entry.valueDate().isAfter(latest) ? latest : entry.valueDate();
    LocalDate surelyWithin = asOfTold ? asOf : asOf.minusDays(1);
    LocalDate surelyAfter = asOfTold || takenOn.isBefore(asOf) ? asOf : takenOn;
    boolean toldAfterTheFileOfItsDay = !earliest.isBefore(takenOn) && earliest.isAfter(asOf) && !wasKnown(entry);
    return latest.isAfter(surelyWithin) && !earliest.isAfter(surelyAfter) && !isLongValued(entry)
        && !toldAfterTheFileOfItsDay;
  }

  /** Money of which the booking date is not known, but which is valued so long ago that it was booked by then. */
  private boolean isLongValued(LedgerEntry entry) {
    return !entry.storedBookingDay().told() && entry.valueDate().isBefore(asOf.minusDays(LATEST_BOOKING_DAYS));
  }

  private boolean wasKnown(LedgerEntry entry) {
    return entry.entryId() <= entryId;
  }
}
