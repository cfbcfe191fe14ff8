package io.remit.outsourcing.change;

import static io.remit.files.SpreadsheetText.safe;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import de.siegmar.fastcsv.writer.QuoteStrategies;
import io.remit.outsourcing.change.Change.Cells;
import io.remit.outsourcing.change.ChangeFile.Line;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The list of changes that a partner gets: CSV (RFC 4180) in UTF-8, every cell in quotes, a header, then one line per
 * change. A text cell that a spreadsheet would run has an apostrophe in front, as in the list of cases.
 */
final class ChangeList {

  private static final List<String> HEADER = List.of("line", "case_number", "change", "booked_on", "amount",
      "currency", "outstanding_amount", "overdue_amount", "channel", "until", "field", "value");

  private ChangeList() {
  }

  static byte[] of(List<Line> lines) {
    StringWriter text = new StringWriter();
    try (CsvWriter csv = CsvWriter.builder().lineDelimiter(LineDelimiter.CRLF).quoteStrategy(QuoteStrategies.ALWAYS)
        .build(text)) {
      csv.writeRecord(HEADER);
      lines.forEach(line -> csv.writeRecord(cells(line)));
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return text.toString().getBytes(StandardCharsets.UTF_8);
  }

  private static List<String> cells(Line line) {
    Cells cells = line.cells();
    return List.of(String.valueOf(line.number()), safe(line.caseNumber()), line.kind().name(),
        Objects.toString(cells.bookedOn(), ""), amount(cells.amount()), Objects.toString(cells.currency(), ""),
        amount(cells.outstanding()), amount(cells.overdue()), Objects.toString(cells.channel(), ""),
        Objects.toString(cells.until(), ""), Objects.toString(cells.field(), ""), safe(cells.value()));
  }

  private static String amount(@Nullable BigDecimal amount) {
    return amount == null ? "" : amount.toPlainString();
  }
}
