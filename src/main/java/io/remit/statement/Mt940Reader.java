package io.remit.statement;

import java.io.IOException;
import java.io.InputStream;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Reads MT940 field by field, with or without SWIFT's blocks around the messages. A field may go on over several lines;
 * a message ends with a line that holds a hyphen alone, or with the next {@code :20:}.
 */
final class Mt940Reader {

  private static final Pattern FIELD = Pattern.compile(":([0-9]{2}[A-Z]?):(.*)");
  private static final Pattern BLOCKS = Pattern.compile("\\{[1-5]:.*");

  private final StatementLimits limits;
  private final Consumer<BankEntry> to;
  private final StringBuilder value = new StringBuilder();

  private Mt940Statement statement;
  private String tag;
  private long fieldLine;
  private int statements;
  private int entries;

  Mt940Reader(StatementLimits limits, Consumer<BankEntry> to) {
    this.limits = limits;
    this.to = to;
  }

  void read(InputStream content) throws StatementRefused, IOException {
    StatementLines lines = new StatementLines(content, limits.text());
    for (String text = lines.next(); text != null; text = lines.next()) {
      Matcher field = FIELD.matcher(text);
      if (text.equals("-") || text.startsWith("-}") || BLOCKS.matcher(text).matches()) {
        endMessage(lines.line());
      } else if (field.matches()) {
        endField();
        beginField(field.group(1), field.group(2), lines.line());
      } else if (!text.isBlank()) {
        goOn(text, lines.line());
      }
    }
    endMessage(lines.line());
    if (statements == 0) {
      throw new StatementRefused(1, null, "no-statement", "The file has no MT940 statement in it.");
    }
  }

  private void beginField(String newTag, String text, long line) throws StatementRefused {
    if (newTag.equals("20") && statement != null) {
      endMessage(line);
    }
    if (statement == null) {
      statement = new Mt940Statement();
      statements++;
    }
    tag = newTag;
    fieldLine = line;
    value.append(text);
  }

  private void goOn(String text, long line) throws StatementRefused {
    if (tag == null) {
      throw new StatementRefused(line, null, "not-a-field", "The line is no field of MT940 and belongs to none.");
    }
    if (value.length() + text.length() > limits.text()) {
      throw new StatementRefused(line, tag, "text-too-long",
          "The field is longer than " + limits.text() + " characters.");
    }
    value.append('\n').append(text);
  }

  private void endField() throws StatementRefused {
    if (tag != null) {
      tell(statement.take(tag, value.toString(), fieldLine));
      tag = null;
      value.setLength(0);
    }
  }

  private void endMessage(long line) throws StatementRefused {
    endField();
    if (statement != null) {
      tell(statement.close(line));
      statement = null;
    }
  }

  private void tell(Optional<BankEntry> told) throws StatementRefused {
    if (told.isPresent()) {
      if (++entries > limits.entries()) {
        throw new StatementRefused(told.get().whole().line(), "61", "too-many-entries",
            "The file has more than " + limits.entries() + " entries (remit.statements.most.entries).");
      }
      to.accept(told.get());
    }
  }
}
