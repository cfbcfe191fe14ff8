package io.remit.books;

import static io.remit.files.SpreadsheetText.safe;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import de.siegmar.fastcsv.writer.QuoteStrategies;
import io.remit.cases.BusinessCalendar;
import io.remit.files.Sha256;
import io.remit.files.WorkFolder;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.scheduling.annotation.Scheduled;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/**
 * Tells the creditor what Remit booked itself: a CSV file for each day on which something was booked, in the folder
 * {@code books} of the work folder. Each booking is told once, until the creditor's books turn out not to show it.
 */
@Component
public class BooksExports {

  private static final Logger LOG = LoggerFactory.getLogger(BooksExports.class);

  private final OwnBookingRepository bookings;
  private final WorkFolder workFolder;
  private final BusinessCalendar calendar;

  BooksExports(OwnBookingRepository bookings, WorkFolder workFolder, BusinessCalendar calendar) {
    this.bookings = bookings;
    this.workFolder = workFolder;
    this.calendar = calendar;
  }

  /** Tells of the days that are over. */
  @Scheduled(cron = "${remit.books.export-check}")
  @Transactional
  public void writeDaysThatAreOver() {
    write(calendar.today());
  }

  /**
   * Tells of everything that was booked until now.
   *
   * @return empty if there is nothing to tell
   */
  @Transactional
  public Optional<Long> writeNow() {
    return write(calendar.today().plusDays(1));
  }

  private Optional<Long> write(LocalDate before) {
    long number = bookings.beginExport(calendar.now());
    bookings.claim(number, before);
    List<OwnBooking> told = bookings.ofExport(number);
    if (told.isEmpty()) {
      bookings.forgetExport(number);
      return Optional.empty();
    }
    byte[] content = csvOf(number, told).getBytes(StandardCharsets.UTF_8);
    String file = workFolder.write(content, "books", "bookings-" + calendar.today() + "-" + number + ".csv");
    bookings.finishExport(number, file, Sha256.of(content), told.size());
    LOG.info("Export {} tells the creditor of {} bookings", number, told.size());
    return Optional.of(number);
  }

  private static String csvOf(long exportNumber, List<OwnBooking> told) {
    StringWriter text = new StringWriter();
    try (CsvWriter csv = CsvWriter.builder().lineDelimiter(LineDelimiter.CRLF).quoteStrategy(QuoteStrategies.ALWAYS)
        .build(text)) {
      csv.writeRecord("export_number", "booking_reference", "account_number", "type", "changes_debt_by", "currency",
          "value_date", "booked_on");
      told.forEach(booking -> csv.writeRecord(String.valueOf(exportNumber), safe(booking.reference()),
          safe(booking.accountNumber()), booking.type().name(), booking.effect().toPlainString(), booking.currency(),
          booking.valueDate().toString(), booking.bookedOn().toString()));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return text.toString();
  }
}
