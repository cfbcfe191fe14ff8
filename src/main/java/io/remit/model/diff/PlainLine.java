package io.remit.model.diff;

/** Makes a text from a file safe to show on one line: nothing in it steers a terminal or turns the words around it. */
final class PlainLine {

  private PlainLine() {
  }

  /** The text with control characters, and marks that change the direction of writing, shown by their numbers. */
  static String of(String text) {
    StringBuilder line = new StringBuilder(text.length());
    text.codePoints().forEach(character -> {
      if (character == '\n' || character == '\r' || character == '\t') {
        line.append(' ');
      } else if (isHidden(character)) {
        line.append(String.format("[U+%04X]", character));
      } else {
        line.appendCodePoint(character);
      }
    });
    return line.toString();
  }

  private static boolean isHidden(int character) {
    int type = Character.getType(character);
    return type == Character.CONTROL || type == Character.FORMAT || type == Character.SURROGATE
        || type == Character.UNASSIGNED || type == Character.LINE_SEPARATOR || type == Character.PARAGRAPH_SEPARATOR
        || (character & 0xFFFE) == 0xFFFE;
  }
}
