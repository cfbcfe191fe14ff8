package io.remit.ledger;

import java.time.LocalDate;

/**
 * The day on which the bank or the creditor booked money, in the creditor's zone: it decides which statement of the
 * creditor's contains it.
 *
 * @param day where nobody told it, the day on which the entry was written down here: it was booked then at the latest
 * @param told whether the bank or the creditor told it
 */
public record BookingDay(LocalDate day, boolean told) {
}
