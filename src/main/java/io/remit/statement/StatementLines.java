package io.remit.statement;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/** The lines of a text of which nobody says how it is encoded: each is UTF-8 where it can be, else Latin-1. */
final class StatementLines {

  private static final int END = -1;
  private static final String MARK = "\ufeff";

  private final InputStream content;
  private final int mostBytes;
  private long line;

  StatementLines(InputStream content, int mostBytes) {
    this.content = content;
    this.mostBytes = mostBytes;
  }

  /** The number of the line that was read last; the first is 1. */
  long line() {
    return Math.max(1, line);
  }

  /** The next line without its end and without space behind it, or null if there is none. */
  String next() throws IOException, StatementRefused {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
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
    String text = decoded(bytes.toByteArray()).stripTrailing();
    return line == 1 && text.startsWith(MARK) ? text.substring(1) : text;
  }

  private static String decoded(byte[] bytes) {
    try {
      return StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException notUtf8) {
      return new String(bytes, StandardCharsets.ISO_8859_1);
    }
  }
}
