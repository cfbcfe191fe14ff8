package io.remit.contact.text;

import de.siegmar.fastcsv.reader.CsvParseException;
import de.siegmar.fastcsv.reader.CsvReader;
import de.siegmar.fastcsv.reader.NamedCsvRecord;
import io.remit.cases.Stage;
import io.remit.contact.MalformedMessageException;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The message texts that the lender approved, each by its exact content. */
class ApprovalRegister {

  /** The register's file, beside the texts. */
  static final String FILE_NAME = "register.csv";

  private static final List<String> COLUMNS =
      List.of("template", "language", "version", "sha256", "approved_by", "approved_on", "announces");
  private static final String ANNOUNCES = "announces";
  private static final Pattern SHA256 = Pattern.compile("[0-9a-f]{64}");

  private final Map<String, Approval> approvals = new HashMap<>();

  /**
   * The approval of one file.
   *
   * @param announces the stage that the text says will come next, or null
   * @param line of the register
   */
  private record Approval(String sha256, @Nullable Stage announces, long line) {
  }

  /**
   * Reads the register.
   *
   * @param content UTF-8 CSV with the columns template, language, version, sha256, approved_by, approved_on, announces;
   *     the last may be empty
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

  /**
   * The text as it was approved, with the stage that it may announce.
   *
   * @return empty if the register does not name the text with exactly this content
   * @throws MalformedMessageException if the text tells the date of a step, but the register does not say of which
   */
  Optional<ApprovedText> approved(MessageTextFile file) {
    ApprovedText text = file.text();
    Approval approval = approvals.get(fileNameOf(text));
    if (approval == null || !approval.sha256().equals(file.sha256())) {
      return Optional.empty();
    }
    if (text.uses(Placeholder.NEXT_STEP_DATE) && approval.announces() == null) {
      throw new MalformedMessageException(FILE_NAME, approval.line(), ANNOUNCES, fileNameOf(text)
          + " uses {nextStepDate}, but announces is empty");
    }
    return Optional.of(new ApprovedText(text.template(), text.language(), text.version(), text.subject(), text.body(),
        approval.announces()));
  }

  /** The file names of all texts that the register names. */
  Set<String> fileNames() {
    return Set.copyOf(approvals.keySet());
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
      throw new MalformedMessageException(FILE_NAME, line, "columns",
          "the row must have " + COLUMNS.size() + " fields");
    }
    for (String column : COLUMNS) {
      if (!column.equals(ANNOUNCES) && row.getField(column).isBlank()) {
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
    Approval approval = new Approval(row.getField("sha256"), announced(row), line);
    if (approvals.put(file, approval) != null) {
      throw new MalformedMessageException(FILE_NAME, line, "duplicate", file + " is registered twice");
    }
  }

  private static @Nullable Stage announced(NamedCsvRecord row) {
    String stage = row.getField(ANNOUNCES);
    if (stage.isBlank()) {
      return null;
    }
    return Arrays.stream(Stage.values()).filter(known -> known.name().equals(stage)).findFirst()
        .orElseThrow(() -> new MalformedMessageException(FILE_NAME, row.getStartingLineNumber(), ANNOUNCES,
            "announces must be empty or one of " + Arrays.toString(Stage.values())));
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
