package io.remit.intake.csv;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * Splits a record into its fields. What separates fields is ASCII, so the record is split byte by byte and each field
 * is decoded for itself: one that is not UTF-8 leaves the others readable.
 */
final class CsvFields {

  private CsvFields() {
  }

  /**
   * @return the fields, with one character for each byte
   * @throws CsvParseException if the quotes are malformed
   */
  static List<String> split(byte[] record) {
    return CsvReader.builder().ofSingleCsvRecord(new String(record, StandardCharsets.ISO_8859_1)).getFields();
  }

  /** The text of a field that {@link #split} returned. */
  static String decode(String field) throws CharacterCodingException {
    if (field.chars().allMatch(each -> each < 0x80)) {
      return field;
    }
    ByteBuffer bytes = ByteBuffer.wrap(field.getBytes(StandardCharsets.ISO_8859_1));
    return StandardCharsets.UTF_8.newDecoder().decode(bytes).toString();
  }
}
