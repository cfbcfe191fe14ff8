package io.remit.books;

import java.time.Instant;

/**
 * A file that told the creditor what Remit booked itself.
 *
 * @param exportNumber stands for it when the creditor acknowledges it
 * @param fileName within the work folder
 * @param sha256 of its content, in hexadecimal
 * @param bookings how many it tells
 * @param acknowledged of how many of those the creditor has said from which day the books show them
 */
record BooksExport(long exportNumber, String fileName, String sha256, long bookings, long acknowledged,
    Instant writtenAt) {
}
