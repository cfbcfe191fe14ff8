package io.remit.model;

import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;

/** Reads a file that must be UTF-8, so that every reader after this one sees the same characters. */
public final class PlainFile {

  private static final char BYTE_ORDER_MARK = '\uFEFF';

  private PlainFile() {
  }

  /** The text of a file. */
  public static String text(byte[] content) throws UnreadableModel {
    String text;
    try {
      text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(content)).toString();
    } catch (CharacterCodingException e) {
      throw new UnreadableModel(0, "it is not UTF-8");
    }
    if (text.indexOf(BYTE_ORDER_MARK) >= 0) {
      throw new UnreadableModel(1, "it has a byte order mark");
    }
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) < ' ' && "\n\r\t".indexOf(text.charAt(i)) < 0) {
        throw new UnreadableModel(lineAt(text, i), "it has a control character");
      }
    }
    return text;
  }

  /** The line, from 1, in which a character stands. */
  static int lineAt(String text, int index) {
    return (int) text.substring(0, index).chars().filter(character -> character == '\n').count() + 1;
  }
}
