package io.remit.intake.csv;

import io.remit.ledger.Refusal;
import java.nio.charset.CharacterCodingException;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** One row of a file, whose fields are asked for by column. Asking for a field that breaks a rule refuses the row. */
public final class CsvRow {

  private static final Pattern LINE_BREAKS_AND_TABS = Pattern.compile("[\\r\\n\\t]+");

  private final long line;
  private final CsvHeader header;
  private final FileLayout layout;
  private final List<String> fields;
  private final @Nullable Refusal fault;

  private CsvRow(long line, CsvHeader header, FileLayout layout, List<String> fields, @Nullable Refusal fault) {
    this.line = line;
    this.header = header;
    this.layout = layout;
    this.fields = fields;
    this.fault = fault;
  }

  static CsvRow of(long line, CsvHeader header, FileLayout layout, List<String> fields) {
    return new CsvRow(line, header, layout, fields, null);
  }

  /** A row that cannot be split into fields, so that none of them can be read. */
  static CsvRow unreadable(long line, CsvHeader header, FileLayout layout, Refusal fault) {
    return new CsvRow(line, header, layout, List.of(), fault);
  }

  /** The line of the file at which the row starts. */
  public long line() {
    return line;
  }

  /** @throws RowRefused if the field is blank, or breaks a rule of its format */
  public <T> T required(String column, FieldFormat<T> format) throws RowRefused {
    T value = optional(column, format);
    if (value == null) {
      throw new RowRefused(new Refusal(column, "required", "A value is required."));
    }
    return value;
  }

  /** The value, or null where the field is blank or the file does not have the column. */
  public <T> @Nullable T optional(String column, FieldFormat<T> format) throws RowRefused {
    String text = text(column);
    if (text.isEmpty()) {
      return null;
    }
    try {
      return format.read(text);
    } catch (BrokenRule broken) {
      throw new RowRefused(new Refusal(column, broken.rule(), broken.getMessage()));
    }
  }

  /** The value if there is one and it breaks no rule, whatever the other fields are. */
  public <T> Optional<T> ifReadable(String column, FieldFormat<T> format) {
    try {
      return Optional.ofNullable(optional(column, format));
    } catch (RowRefused refused) {
      return Optional.empty();
    }
  }

  private String text(String column) throws RowRefused {
    if (fault != null) {
      throw new RowRefused(fault);
    }
    Integer position = header.positionOf(column);
    String text = position == null ? "" : decoded(column, fields.get(position));
    if (layout.freeText().contains(column)) {
      text = LINE_BREAKS_AND_TABS.matcher(text).replaceAll(" ");
    }
    refuseControlCharacters(column, text);
    return text.strip();
  }

  private static String decoded(String column, String field) throws RowRefused {
    try {
      return CsvFields.decode(field);
    } catch (CharacterCodingException invalid) {
      throw new RowRefused(new Refusal(column, "invalid-utf8", "The text is not valid UTF-8."));
    }
  }

  private static void refuseControlCharacters(String column, String text) throws RowRefused {
    if (text.indexOf(0) >= 0) {
      throw new RowRefused(new Refusal(column, "nul-character", "The text holds a NUL character."));
    }
    if (text.chars().anyMatch(Character::isISOControl)) {
      throw new RowRefused(new Refusal(column, "control-character", "The text holds a control character."));
    }
  }
}
