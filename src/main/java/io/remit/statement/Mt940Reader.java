package io.remit.statement;

import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Reads MT940 field by field, with or without SWIFT's blocks around the messages, in whatever banks put before and
 * behind them. A field may go on over several lines; a message ends with a line that holds a hyphen alone, with the end
 * of its block, or with the next {@code :20:}.
 */
final class Mt940Reader {

  private static final Pattern FIELD = Pattern.compile(
      "\\s{0,3}:(20|21|25P?|28C?|60[FM]|61|62[FM]|64|65|86|NS|940|13D?|34F|90[CD]):(.*)");
  private static final Pattern ENVELOPE = Pattern.compile("\\s*(-\\}|\\}|\\{[1-5S]:|\\$).*");
  private static final Pattern END_IN_LINE = Pattern.compile("(.*?)(-\\}(?:\\{5:.*|\\$.*|\\s*))");
  private static final Pattern TYPE = Pattern.compile("\\{2:[IO]([0-9]{3})");
  private static final Pattern TRAILER = Pattern.compile("-[A-Z]{0,3}\\s*");
  /** The statement, and the one without texts. */
  private static final Set<String> STATEMENTS = Set.of("940", "950");
  private static final Set<String> OF_INTERIM_REPORTS = Set.of("34F", "90C", "90D");
  private static final Set<String> BEHIND_ENTRIES = Set.of("62F", "62M", "64", "65");

  private final StatementLimits limits;
  private final Consumer<BankEntry> to;
  private final StatementLines lines;
  private final StringBuilder value = new StringBuilder();

  private @Nullable Mt940Statement statement;
  private @Nullable String tag;
  private long fieldLine;
  private long firstStrangeLine;
  private int statements;
  private int entries;

  Mt940Reader(InputStream content, StatementLimits limits, Consumer<BankEntry> to) {
    this.lines = new StatementLines(content, limits.text());
    this.limits = limits;
    this.to = to;
  }

  void read() throws StatementRefused, IOException {
    for (String text = lines.next(); text != null; text = lines.next()) {
      take(text, lines.line());
    }
    endMessage(lines.line());
    if (statements == 0) {
      throw new StatementRefused(1, null, "no-statement", "The file has no MT940 statement in it.");
    }
  }

  private void take(String text, long line) throws StatementRefused {
    if (ENVELOPE.matcher(text).matches()) {
      takeEnvelope(text, line);
      return;
    }
    Matcher withEnd = END_IN_LINE.matcher(text);
    Matcher field = FIELD.matcher(text);
    if (withEnd.matches()) {
      take(withEnd.group(1), line);
      takeEnvelope(withEnd.group(2), line);
    } else if (field.matches()) {
      endField();
      beginField(field.group(1), field.group(2), line);
    } else if (TRAILER.matcher(text).matches() && isBehindEntries()) {
      endMessage(line);
    } else if (!text.isBlank()) {
      goOn(text, line);
    }
  }

  private void takeEnvelope(String text, long line) throws StatementRefused {
    endMessage(line);
    Matcher type = TYPE.matcher(text);
    if (type.find() && !STATEMENTS.contains(type.group(1))) {
      throw type.group(1).equals("942") ? interimReport(line)
          : new StatementRefused(line, "2", "unsupported-message",
              "The message is MT" + type.group(1) + ", not MT940.");
    }
    int content = text.lastIndexOf("{4:");
    if (content >= 0 && !text.substring(content + 3).isBlank()) {
      take(text.substring(content + 3), line);
    }
  }

  private static StatementRefused interimReport(long line) {
    return new StatementRefused(line, "34F", "mt942",
        "The message is MT942, an interim report without balances; the day's statement, MT940, can be read.");
  }

  /** Before, a hyphen alone is a text's, as it cannot be the end. */
  private boolean isBehindEntries() {
    return statement == null || statement.isClosed() || tag == null || BEHIND_ENTRIES.contains(tag);
  }

  private void beginField(String newTag, String text, long line) throws StatementRefused {
    if (newTag.equals("940")) {
      endMessage(line);
      return;
    }
    if (OF_INTERIM_REPORTS.contains(newTag)) {
      throw interimReport(line);
    }
    if (newTag.equals("20") && statement != null) {
      endMessage(line);
    }
    if (statement == null) {
      if (firstStrangeLine > 0 && !newTag.equals("20")) {
        throw new StatementRefused(firstStrangeLine, null, "not-a-field",
            "The line is no field of MT940 and belongs to none.");
      }
      statement = new Mt940Statement();
      statements++;
    }
    tag = newTag;
    fieldLine = line;
    value.append(text);
  }

  private void goOn(String text, long line) throws StatementRefused {
    if (tag == null) {
      // Banks put names and numbers of their own before field 20.
      firstStrangeLine = firstStrangeLine == 0 ? line : firstStrangeLine;
      return;
    }
    if (value.length() + text.length() > limits.text()) {
      throw new StatementRefused(line, tag, "text-too-long",
          "The field is longer than " + limits.text() + " characters.");
    }
    value.append('\n').append(text);
  }

  private void endField() throws StatementRefused {
    if (tag != null && statement != null) {
      tell(statement.take(tag, value.toString(), fieldLine));
      lines.ofStatementIn(statement.currency());
      tag = null;
      value.setLength(0);
    }
  }

  private void endMessage(long line) throws StatementRefused {
    endField();
    firstStrangeLine = 0;
    if (statement != null) {
      tell(statement.close(line));
      statement = null;
    }
  }

  private void tell(List<BankEntry> told) throws StatementRefused {
    for (BankEntry each : told) {
      if (++entries > limits.entries()) {
        throw new StatementRefused(each.whole().line(), "61", "too-many-entries",
            "The file has more than " + limits.entries() + " entries (remit.statements.most.entries).");
      }
      to.accept(each);
    }
  }
}
