package io.remit.demo;

import de.siegmar.fastcsv.writer.CsvWriter;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.Objects;
import java.util.Random;
import java.util.stream.Stream;

/** An invented portfolio as an arrears file. The same seed, day and number of debtors give the same file. */
class DemoPortfolio {

  private static final String[] HEADER = {
      "account_number", "product", "currency", "outstanding_amount", "overdue_amount", "oldest_due_date", "debtor_id",
      "debtor_type", "debtor_name", "phone", "email", "address", "city", "region", "country", "time_zone", "language",
      "owns_property", "contact_person_name", "contact_person_phone", "next_due_amount"};

  private final long seed;

  DemoPortfolio(long seed) {
    this.seed = seed;
  }

  /**
   * Writes the file.
   *
   * @param businessDate the day that accounts are overdue or not yet due on
   */
  byte[] arrearsFile(LocalDate businessDate, int debtors) {
    Random random = new Random(seed);
    DemoDebtors people = new DemoDebtors(random);
    DemoAccounts accounts = new DemoAccounts(random, businessDate);
    StringWriter text = new StringWriter();
    try (CsvWriter csv = CsvWriter.builder().build(text)) {
      csv.writeRecord(HEADER);
      for (int number = 1; number <= debtors; number++) {
        accounts.next(people.next(number)).forEach(account -> csv.writeRecord(row(account)));
      }
    } catch (IOException failed) {
      throw new UncheckedIOException(failed);
    }
    return text.toString().getBytes(StandardCharsets.UTF_8);
  }

  private static String[] row(DemoAccount account) {
    DemoDebtor debtor = account.debtor();
    return Stream.of(
            account.number(), account.product(), account.currency(), account.outstandingAmount().toPlainString(),
            account.overdueAmount().toPlainString(), account.oldestDueDate(), debtor.id(), debtor.type(), debtor.name(),
            debtor.phone(), debtor.email(), debtor.address(), debtor.place().city(), debtor.place().region(),
            debtor.country(), debtor.place().timeZone(), debtor.country().language(), debtor.ownsProperty(),
            debtor.contactPersonName(), debtor.contactPersonPhone(), account.nextDueAmount().toPlainString())
        .map(value -> Objects.toString(value, ""))
        .toArray(String[]::new);
  }
}
