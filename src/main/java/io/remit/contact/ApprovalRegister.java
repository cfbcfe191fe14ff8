package io.remit.contact;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;

/** The message texts that the lender approved, each by its exact content. */
class ApprovalRegister {

  /** The register's file, beside the texts. */
  static final String FILE_NAME = "register.csv";

  private static final List<String> COLUMNS =
      List.of("template", "language", "version", "sha256", "approved_by", "approved_on");
  private static final Pattern SHA256 = Pattern.compile("[0-9a-f]{64}");

  private final Map<String, String> sha256ByFileName = new HashMap<>();

  /**
   * Reads the register.
   *
   * @param content UTF-8 CSV with the columns template, language, version, sha256, approved_by, approved_on
   * @throws MalformedMessageException if a row breaks a rule
   */
  ApprovalRegister(byte[] content) {
    try (CsvReader<NamedCsvRecord> rows = CsvReader.builder().detectBomHeader(true)
        .ofNamedCsvRecord(new String(content, StandardCharsets.UTF_8))) {
      rows.forEach(this::add);
    } catch (CsvParseException e) {
      throw new MalformedMessageException(FILE_NAME, 1, "csv", "the register is not a valid CSV file");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Whether the register names this text with exactly this content. */
  boolean approves(MessageTextFile file) {
    return file.sha256().equals(sha256ByFileName.get(fileNameOf(file.text())));
  }

  /** The file names of all texts that the register names. */
  Set<String> fileNames() {
    return Set.copyOf(sha256ByFileName.keySet());
  }

  /** The name of the file that holds a text. */
  static String fileNameOf(ApprovedText text) {
    return fileName(text.template(), text.language(), String.valueOf(text.version()));
  }

  private static String fileName(String template, String language, String version) {
    return template + "." + language + "." + version + ".txt";
  }

  private void add(NamedCsvRecord row) {
    long line = row.getStartingLineNumber();
    if (!row.getHeader().equals(COLUMNS)) {
      throw new MalformedMessageException(FILE_NAME, 1, "columns", "the columns must be " + String.join(",", COLUMNS));
    }
    if (row.getFieldCount() != COLUMNS.size()) {
      throw new MalformedMessageException(FILE_NAME, line, "columns", "the row must have " + COLUMNS.size() + " fields");
    }
    for (String column : COLUMNS) {
      if (row.getField(column).isBlank()) {
        throw new MalformedMessageException(FILE_NAME, line, "required", column + " is empty");
      }
    }
    if (!SHA256.matcher(row.getField("sha256")).matches()) {
      throw new MalformedMessageException(FILE_NAME, line, "sha256", "sha256 must be 64 lower case hexadecimal digits");
    }
    if (!isDate(row.getField("approved_on"))) {
      throw new MalformedMessageException(FILE_NAME, line, "date", "approved_on must be a date such as 2026-01-31");
    }
    String file = fileName(row.getField("template"), row.getField("language"), row.getField("version"));
    if (sha256ByFileName.put(file, row.getField("sha256")) != null) {
      throw new MalformedMessageException(FILE_NAME, line, "duplicate", file + " is registered twice");
    }
  }

  private static boolean isDate(String text) {
    try {
      LocalDate.parse(text);
      return true;
    } catch (DateTimeParseException e) {
      return false;
    }
  }
}
