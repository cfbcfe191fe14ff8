package io.remit.outsourcing;

import static io.remit.files.SpreadsheetText.safe;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import de.siegmar.fastcsv.writer.QuoteStrategies;
import io.remit.ledger.Money;
import io.remit.partner.DataField;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;

/**
 * The list of cases that a partner gets: CSV (RFC 4180) in UTF-8, every cell in quotes, a header, then one line per
 * account with the case and the debtor repeated on each. It has the case's number, the currency, and of all else only
 * what the partner may be told.
 *
 * <p>A partner will open the list in a spreadsheet, which would run a cell that looks like a formula. Therefore a text
 * cell that begins with {@code = + - @}, their full-width forms, a tab, a carriage return or a line feed gets an
 * apostrophe in front, as OWASP advises (<a href="https://owasp.org/www-community/attacks/CSV_Injection">CSV
 * Injection</a>). That includes phone numbers: {@code +4930123456} is written {@code '+4930123456}. A program that
 * reads the list takes an apostrophe off where one of these characters follows it. Amounts, dates and counts are
 * Remit's own and written as they are.
 */
final class HandOverFile {

  private final List<DataField> fields;

  /** @param allowed what the partner may be told */
  HandOverFile(Set<DataField> allowed) {
    this.fields = Arrays.stream(DataField.values()).filter(allowed::contains).toList();
  }

  /** @throws ArithmeticException if an amount has more decimals than the currency */
  byte[] of(List<HandOver> cases) {
    StringWriter text = new StringWriter();
    try (CsvWriter csv = CsvWriter.builder().lineDelimiter(LineDelimiter.CRLF).quoteStrategy(QuoteStrategies.ALWAYS)
        .build(text)) {
      List<String> header = new ArrayList<>(List.of("case_number", "currency"));
      fields.forEach(field -> header.add(field.column()));
      csv.writeRecord(header);
      cases.forEach(each -> each.accounts().forEach(account -> csv.writeRecord(line(each, account))));
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return text.toString().getBytes(StandardCharsets.UTF_8);
  }

  private List<String> line(HandOver handOver, HandOver.Account account) {
    List<String> cells = new ArrayList<>(List.of(safe(handOver.caseNumber()), handOver.currency()));
    fields.forEach(field -> cells.add(cell(field, handOver, account)));
    return cells;
  }

  private static String cell(DataField field, HandOver handOver, HandOver.Account account) {
    HandOver.Debtor debtor = handOver.debtor();
    return switch (field) {
      case DEBTOR_NAME -> safe(debtor.name());
      case ADDRESS -> safe(debtor.address());
      case CITY -> safe(debtor.city());
      case REGION -> safe(debtor.region());
      case COUNTRY -> safe(debtor.country());
      case PHONE -> safe(debtor.phone());
      case EMAIL -> safe(debtor.email());
      case LANGUAGE -> safe(debtor.language());
      case TIME_ZONE -> safe(debtor.timeZone().getId());
      case PRODUCT -> safe(account.product());
      case OUTSTANDING_AMOUNT -> amount(handOver.currency(), account.outstandingAmount());
      case OVERDUE_AMOUNT -> amount(handOver.currency(), account.overdueAmount());
      case OLDEST_DUE_DATE -> account.oldestDueDate().toString();
      case CONTACTS_SO_FAR -> String.valueOf(handOver.contactsSoFar());
    };
  }

  private static String amount(String currency, BigDecimal amount) {
    return Money.inScaleOf(currency, amount).toPlainString();
  }
}
