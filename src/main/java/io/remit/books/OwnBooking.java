package io.remit.books;

import io.remit.ledger.LedgerEntry;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * Something that Remit booked itself: a fee, interest, a waiver, a write-off or a correction.
 *
 * @param reference the ledger entry's own
 * @param type what it is
 * @param effect by how much it changes what is owed: below zero it lowers it
 * @param currency ISO 4217 code of the amount
 * @param valueDate the day from which it counts
 * @param bookedOn the day on which it was booked here, in the creditor's zone
 * @param inBooksFrom the day from which the creditor's books show it; null as long as that is not acknowledged
 */
record OwnBooking(String reference, String accountNumber, LedgerEntry.Type type, BigDecimal effect, String currency,
    LocalDate valueDate, LocalDate bookedOn, @Nullable LocalDate inBooksFrom) {
}
