package io.remit.outsourcing;

import static io.remit.files.SpreadsheetText.safe;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import de.siegmar.fastcsv.writer.QuoteStrategies;
import io.remit.files.WorkFolder;
import io.remit.ledger.Money;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;
import org.springframework.stereotype.Component;

/**
 * Writes the file that hands a case over to a partner: CSV (RFC 4180) in UTF-8, every cell in quotes, a header, then
 * one line per account with the case and the debtor repeated on each.
 *
 * <p>A partner will open the file in a spreadsheet, which would run a cell that looks like a formula. Therefore a text
 * cell that begins with {@code = + - @}, their full-width forms, a tab, a carriage return or a line feed gets an
 * apostrophe in front, as OWASP advises (<a href="https://owasp.org/www-community/attacks/CSV_Injection">CSV
 * Injection</a>). That includes phone numbers: {@code +4930123456} is written {@code '+4930123456}. A program that
 * reads the file takes an apostrophe off where one of these characters follows it. Amounts, dates and counts are
 * Remit's own and written as they are.
 */
@Component
public class HandOverFile {

  private static final Pattern SAFE_NAME = Pattern.compile("[A-Za-z0-9-]{1,40}");

  private final WorkFolder workFolder;

  HandOverFile(WorkFolder workFolder) {
    this.workFolder = workFolder;
  }

  /**
   * Writes the file, in place of an earlier one for the same partner and case.
   *
   * @param partnerId letters, digits and {@code -}
   * @return the file's name within the work folder, such as {@code outsourcing/agency1/100001.csv}
   * @throws IllegalArgumentException if the partner's id or the case number has other characters
   * @throws ArithmeticException if an amount has more decimals than the currency
   * @throws UncheckedIOException if the file could not be written
   */
  public String write(String partnerId, HandOver handOver) {
    requireSafe(partnerId, "A partner's id");
    requireSafe(handOver.caseNumber(), "A case number");
    return workFolder.write(csvOf(handOver).getBytes(StandardCharsets.UTF_8),
        "outsourcing", partnerId, handOver.caseNumber() + ".csv");
  }

  private static void requireSafe(String name, String what) {
    if (!SAFE_NAME.matcher(name).matches()) {
      throw new IllegalArgumentException(what + " may have only letters, digits and '-'");
    }
  }

  private static String csvOf(HandOver handOver) {
    StringWriter text = new StringWriter();
    try (CsvWriter csv = CsvWriter.builder().lineDelimiter(LineDelimiter.CRLF).quoteStrategy(QuoteStrategies.ALWAYS)
        .build(text)) {
      csv.writeRecord("case_number", "debtor_name", "address", "city", "country", "phone", "email", "language",
          "time_zone",
          "product", "currency", "outstanding_amount", "overdue_amount", "oldest_due_date", "contacts_so_far");
      handOver.accounts().forEach(account -> addAccount(csv, handOver, account));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return text.toString();
  }

  private static void addAccount(CsvWriter csv, HandOver handOver, HandOver.Account account) {
    HandOver.Debtor debtor = handOver.debtor();
    csv.writeRecord(safe(handOver.caseNumber()), safe(debtor.name()), safe(debtor.address()), safe(debtor.city()),
        safe(debtor.country()), safe(debtor.phone()), safe(debtor.email()), safe(debtor.language()),
        safe(debtor.timeZone().getId()), safe(account.product()), handOver.currency(),
        amount(handOver.currency(), account.outstandingAmount()), amount(handOver.currency(), account.overdueAmount()),
        account.oldestDueDate().toString(), String.valueOf(handOver.contactsSoFar()));
  }

  private static String amount(String currency, BigDecimal amount) {
    return Money.inScaleOf(currency, amount).toPlainString();
  }
}
