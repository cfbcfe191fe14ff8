package io.remit.statement;

import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** A bank statement that cannot be used; one that is wrong in one place is not believed in any. */
public final class StatementRefused extends Exception {

  private static final long serialVersionUID = 1L;

  private final long line;
  private final @Nullable String element;
  private final String rule;
  private final int file;

  /**
   * @param element the XML element or the field's tag at fault, or null
   * @param rule the broken rule, a short stable name
   * @param message for people; amounts may be in it, personal data not
   */
  StatementRefused(long line, @Nullable String element, String rule, String message) {
    this(0, line, element, rule, message);
  }

  private StatementRefused(int file, long line, @Nullable String element, String rule, String message) {
    super(message);
    this.file = file;
    this.line = line;
    this.element = element;
    this.rule = rule;
  }

  /** The same, said of a file of an archive. */
  StatementRefused inFile(int number) {
    return new StatementRefused(number, line, element, rule, "File " + number + " of the archive: " + getMessage());
  }

  /** The number of the file in its archive, from 1; 0 if it came alone. */
  public int file() {
    return file;
  }

  /** The line of the file at which it is wrong; the first is 1. */
  public long line() {
    return line;
  }

  /** Which element or field is wrong, or null. */
  public @Nullable String element() {
    return element;
  }

  /** What is wrong, for people; there always is a message. */
  @Override
  public String getMessage() {
    return Objects.requireNonNull(super.getMessage());
  }

  /** The broken rule, a short stable name. */
  public String rule() {
    return rule;
  }
}
