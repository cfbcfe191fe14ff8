package io.remit.intake.csv;

import de.siegmar.fastcsv.reader.CsvParseException;
import io.remit.files.FileStart;
import io.remit.ledger.Refusal;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads a CSV file row by row. A bad row is returned as such and does not keep the rows after it from being read. */
public final class CsvFile {

  private final RecordReader records;
  private final FileLayout layout;
  private final CsvHeader header;
  private @Nullable RawRecord upcoming;

  private CsvFile(RecordReader records, FileLayout layout, CsvHeader header, RawRecord first) {
    this.records = records;
    this.layout = layout;
    this.header = header;
    this.upcoming = first;
  }

  /** @throws FileRefused if the file as a whole is not one of this layout */
  public static CsvFile open(SpooledFile file, FileLayout layout) throws IOException, FileRefused {
    FileStart start = file.start();
    refuseUnlessText(start);
    file.channel().position(start.markLength());
    RecordReader records = new RecordReader(file.channel());
    RawRecord headerRecord = records.next();
    if (headerRecord == null) {
      throw new FileRefused(1, "empty-file", "The file is empty.");
    }
    CsvHeader header = CsvHeader.of(headerRecord, layout);
    RawRecord first = records.next();
    if (first == null) {
      throw new FileRefused(headerRecord.line(), "no-rows", "The file has a header and no rows.");
    }
    return new CsvFile(records, layout, header, first);
  }

  private static void refuseUnlessText(FileStart start) throws FileRefused {
    if (start.isUtf16()) {
      throw new FileRefused(1, "utf-16", "The file is UTF-16; it has to be UTF-8.");
    }
    if (!start.isPlainText()) {
      throw new FileRefused(1, "not-csv", "The file is not CSV text; compressed, office and XML files cannot be read.");
    }
  }

  /** The next row, or null at the end of the file. */
  public @Nullable CsvRow next() throws IOException {
    if (upcoming == null) {
      return null;
    }
    CsvRow row = rowOf(upcoming);
    upcoming = records.next();
    return row;
  }

  /** How far the reading has come, in bytes. */
  public long position() {
    return records.position();
  }

  private CsvRow rowOf(RawRecord record) throws IOException {
    if (record.defect() != null) {
      return CsvRow.unreadable(record.line(), header, layout, refusalOf(record.defect()));
    }
    List<String> fields;
    Refusal fault;
    try {
      fields = CsvFields.split(record.bytes());
      fault = faultIn(record, fields);
    } catch (CsvParseException malformed) {
      fields = List.of();
      fault = new Refusal(null, "malformed-quote", "A field goes on after its closing quote.");
    }
    if (fault == null) {
      return CsvRow.of(record.line(), header, layout, fields);
    }
    if (record.spansLines()) {
      // A quote that somebody forgot to close has swallowed rows, which may be good ones.
      records.resumeAtSecondLineOf(record);
    }
    return CsvRow.unreadable(record.line(), header, layout, fault);
  }

  private @Nullable Refusal faultIn(RawRecord record, List<String> fields) {
    if (fields.size() != header.size()) {
      return new Refusal(null, "column-count", "The row has " + fields.size() + " fields where the header has "
          + header.size() + ".");
    }
    return record.spansLines() ? lineBreakFault(fields) : null;
  }

  private @Nullable Refusal lineBreakFault(List<String> fields) {
    for (int position = 0; position < fields.size(); position++) {
      String column = header.columnAt(position);
      if (!layout.freeText().contains(column) && fields.get(position).chars().anyMatch(CsvFile::isLineBreak)) {
        return new Refusal(column, "line-break", "The text holds a line break, or a quote before it is not closed.");
      }
    }
    return null;
  }

  private static boolean isLineBreak(int value) {
    return value == '\n' || value == '\r';
  }

  private static Refusal refusalOf(RawRecord.Defect defect) {
    return switch (defect) {
      case TOO_LONG -> new Refusal(null, "row-too-long",
          "The row is longer than " + RecordReader.LARGEST_RECORD + " bytes.");
      case UNCLOSED_QUOTE -> new Refusal(null, "unclosed-quote", "A field starts with a quote that is not closed.");
    };
  }
}
