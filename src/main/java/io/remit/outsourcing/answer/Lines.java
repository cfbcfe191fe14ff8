package io.remit.outsourcing.answer;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.CsvRecord;
import de.siegmar.fastcsv.reader.FieldMismatchStrategy;
import io.remit.files.SpreadsheetText;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * A partner's CSV file (RFC 4180, UTF-8, a byte order mark is allowed): its header and its lines. Cells are data; one
 * that a spreadsheet would run is refused, unless it has the apostrophe in front with which our own files have it.
 */
record Lines(List<String> header, List<Line> lines) {

  private static final int MOST_LINES = 100_000;
  private static final int LONGEST = 2_000;
  private static final Pattern CONTROL = Pattern.compile("[\\p{Cntrl}&&[^\\t\\r\\n]]");

  /** One line; its number counts lines of the file. */
  record Line(int number, List<String> header, List<String> cells) {

    /** What stands in a column, without blanks around it; empty if there is nothing. */
    String get(String column) {
      return cells.get(header.indexOf(column)).strip();
    }

    FaultException fault(String column, String rule, String message) {
      return new FaultException(new Fault(number, column, rule, message));
    }

    /** @throws FaultException if a cell would run in a spreadsheet, is too long or has control characters */
    Line checked() {
      for (int i = 0; i < cells.size(); i++) {
        String cell = cells.get(i);
        if (cell.length() > LONGEST) {
          throw fault(header.get(i), "too-long", "A cell may have " + LONGEST + " characters");
        }
        if (CONTROL.matcher(cell).find()) {
          throw fault(header.get(i), "control-character", "A cell may have no control characters");
        }
        if (SpreadsheetText.isFormula(cell)) {
          throw fault(header.get(i), "formula", "A cell may not begin as a formula does");
        }
      }
      return this;
    }
  }

  /** @throws FaultException if it is no such file */
  static Lines read(byte[] content) {
    String text = text(content);
    List<Line> lines = new ArrayList<>();
    List<String> header = List.of();
    try (CsvReader<CsvRecord> records = CsvReader.builder().skipEmptyLines(true)
        .extraFieldStrategy(FieldMismatchStrategy.IGNORE).missingFieldStrategy(FieldMismatchStrategy.IGNORE)
        .ofCsvRecord(text)) {
      for (CsvRecord each : records) {
        int number = Math.toIntExact(each.getStartingLineNumber());
        if (header.isEmpty()) {
          header = List.copyOf(each.getFields());
          continue;
        }
        if (each.getFieldCount() != header.size()) {
          throw new FaultException(new Fault(number, "", "wrong-columns", "The line has another number of cells than "
              + "the header"));
        }
        if (lines.size() == MOST_LINES) {
          throw new FaultException(Fault.ofFile("too-many-lines", "A file may have " + MOST_LINES + " lines"));
        }
        lines.add(new Line(number, header, List.copyOf(each.getFields())));
      }
    } catch (CsvParseException unreadable) {
      throw new FaultException(Fault.ofFile("not-csv", "The file cannot be read as CSV"));
    } catch (IOException impossible) {
      throw new UncheckedIOException(impossible);
    }
    return new Lines(header, List.copyOf(lines));
  }

  private static String text(byte[] content) {
    try {
      String text = StandardCharsets.UTF_8.newDecoder().onMalformedInput(CodingErrorAction.REPORT)
          .onUnmappableCharacter(CodingErrorAction.REPORT).decode(ByteBuffer.wrap(content)).toString();
      return text.startsWith("\uFEFF") ? text.substring(1) : text;
    } catch (CharacterCodingException notText) {
      throw new FaultException(Fault.ofFile("not-utf-8", "The file is no text in UTF-8"));
    }
  }
}
