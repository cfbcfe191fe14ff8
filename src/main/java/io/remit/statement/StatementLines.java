package io.remit.statement;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * The lines of a text of which nobody says how it is encoded: each is UTF-8 where it can be, else the code page of
 * Windows for the region of its currency, or another from the first line on that makes sense in that one alone.
 */
final class StatementLines {

  private static final int END = -1;
  private static final String MARK = "\ufeff";
  private static final Charset WINDOWS = Charset.forName("windows-1252");
  private static final Charset CENTRAL_EUROPEAN = Charset.forName("windows-1250");
  private static final Charset LATIN_2 = Charset.forName("ISO-8859-2");
  private static final Set<String> CENTRAL_EUROPEAN_MONEY = Set.of("PLN", "CZK", "HUF", "RON", "RSD", "BAM", "ALL");
  /** Letters of ISO 8859-2 where Windows has signs. */
  private static final Pattern LETTERS_OF_LATIN_2 = Pattern.compile("[A-Za-z][\\xb1\\xb6\\xbc\\xa6\\xac]");
  private static final Charset DOS = Charset.forName("IBM850");
  /** Letters of DOS between letters, where Windows has quotes, signs or nothing: such as umlauts. */
  private static final Pattern LETTERS_OF_DOS =
      Pattern.compile("[A-Za-z][\\x81-\\x84\\x87-\\x89\\x8b\\x8d\\x90\\x94](?=[A-Za-z])|[A-Za-z]\\x81");
  private static final Pattern CONTROLS = Pattern.compile("[\\x00-\\x08\\x0b-\\x1f\\x7f]");
  /** Looks at a run of blanks once, wherever it stands, and not anew from each of them. */
  private static final Pattern BLANKS_BEHIND = Pattern.compile("(?<!\\s)\\s++$");

  private final InputStream content;
  private final int mostBytes;
  private Charset codePage = WINDOWS;
  private long line;

  StatementLines(InputStream content, int mostBytes) {
    this.content = content;
    this.mostBytes = mostBytes;
  }

  /** The lines that follow are of a statement in this currency. */
  void ofStatementIn(String currency) {
    if (codePage.equals(WINDOWS) && CENTRAL_EUROPEAN_MONEY.contains(currency)) {
      codePage = CENTRAL_EUROPEAN;
    }
  }

  /** The number of the line that was read last; the first is 1. */
  long line() {
    return Math.max(1, line);
  }

  /** The next line without its end; of the space behind it one is kept, as it may part two words. Null at the end. */
  @Nullable String next() throws IOException, StatementRefused {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream(128);
    int current = content.read();
    if (current == END) {
      return null;
    }
    line++;
    while (current != END && current != '\n') {
      bytes.write(current);
      if (bytes.size() > mostBytes) {
        throw new StatementRefused(line, null, "text-too-long", "The line is longer than " + mostBytes + " bytes.");
      }
      current = content.read();
    }
    String text = CONTROLS.matcher(decoded(bytes.toByteArray())).replaceAll("").replace('\u00a0', ' ');
    String told = line == 1 && text.startsWith(MARK) ? text.substring(1) : text;
    return BLANKS_BEHIND.matcher(told).replaceFirst(" ");
  }

  private String decoded(byte[] bytes) {
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException notUtf8) {
      String oneForEachByte = new String(bytes, StandardCharsets.ISO_8859_1);
      if (codePage.equals(WINDOWS) && LETTERS_OF_DOS.matcher(oneForEachByte).find()) {
        codePage = DOS;
      } else if (codePage.equals(CENTRAL_EUROPEAN) && LETTERS_OF_LATIN_2.matcher(oneForEachByte).find()) {
        codePage = LATIN_2;
      }
      return new String(bytes, codePage);
    }
  }
}
