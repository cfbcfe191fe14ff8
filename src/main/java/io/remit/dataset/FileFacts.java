package io.remit.dataset;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Map;
import org.apache.parquet.hadoop.ParquetFileReader;
import org.apache.parquet.io.LocalInputFile;

/**
 * What a file says of itself, in its footer.
 *
 * @param to the last day that is in it
 * @param readOn the day, in the creditor's zone, on which the database was read
 * @param keyName which key its pseudonyms were made by
 */
record FileFacts(LocalDate to, LocalDate readOn, String keyName) {

  private static final String TO = "remit.to";
  private static final String READ_ON = "remit.read-on";
  private static final String KEY = "remit.key-name";
  /** What came of a contact may be told so many days later. */
  private static final int DAYS_OF_ECHO = 3;

  Map<String, String> asText() {
    return Map.of(TO, to.toString(), READ_ON, readOn.toString(), KEY, keyName);
  }

  /**
   * Reads them.
   *
   * @throws IOException if it is no such file, or not a whole one
   */
  static FileFacts of(Path file) throws IOException {
    try (ParquetFileReader reader = ParquetFileReader.open(new LocalInputFile(file))) {
      Map<String, String> said = reader.getFileMetaData().getKeyValueMetaData();
      String to = said.get(TO);
      String readOn = said.get(READ_ON);
      String keyName = said.get(KEY);
      if (to == null || readOn == null || keyName == null) {
        throw new IOException(file + " was not exported by Remit");
      }
      return new FileFacts(LocalDate.parse(to), LocalDate.parse(readOn), keyName);
    } catch (RuntimeException unreadable) {
      throw new IOException(file + " is no whole file of Parquet", unreadable);
    }
  }

  /** Whether nothing new is to be told of its month. */
  boolean isLast(YearMonth month) {
    return to.equals(month.atEndOfMonth()) && readOn.isAfter(month.atEndOfMonth().plusDays(DAYS_OF_ECHO));
  }
}
