package io.remit.figures;

import de.siegmar.fastcsv.writer.CsvWriter;
import de.siegmar.fastcsv.writer.LineDelimiter;
import io.remit.files.SpreadsheetText;
import java.io.IOException;
import java.io.StringWriter;
import java.io.UncheckedIOException;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;

/**
 * Rows as CSV (RFC 4180) with a header. Texts are safe for a spreadsheet; numbers are Remit's own and written as they
 * are.
 */
final class FigureTable {

  private FigureTable() {
  }

  /** @param columns which of the rows' columns, in this order */
  static String csv(List<String> columns, List<Map<String, Object>> rows) {
    StringWriter text = new StringWriter();
    try (CsvWriter csv = CsvWriter.builder().lineDelimiter(LineDelimiter.CRLF).build(text)) {
      csv.writeRecord(columns);
      rows.forEach(row -> csv.writeRecord(columns.stream().map(column -> written(row.get(column))).toList()));
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return text.toString();
  }

  private static String written(Object value) {
    if (value == null) {
      return "";
    }
    if (value instanceof BigDecimal number) {
      return number.toPlainString();
    }
    return value instanceof String text ? SpreadsheetText.safe(text) : value.toString();
  }
}
