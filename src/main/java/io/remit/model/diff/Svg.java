package io.remit.model.diff;

import java.util.Locale;

/** Writes SVG: shapes and texts, nothing that could run or load anything. All that is written is escaped. */
final class Svg {

  private final StringBuilder written = new StringBuilder();

  /** An element without content; names and values of its attributes in turn. */
  void element(String name, Object... attributes) {
    open(name, attributes);
    written.setLength(written.length() - 1);
    written.append("/>");
  }

  /** The beginning of an element that {@link #close} ends. */
  void open(String name, Object... attributes) {
    written.append('<').append(name);
    for (int i = 0; i + 1 < attributes.length; i += 2) {
      written.append(' ').append(attributes[i]).append("=\"").append(escaped(text(attributes[i + 1]))).append('"');
    }
    written.append('>');
  }

  void close(String name) {
    written.append("</").append(name).append('>');
  }

  /** A text in the current element. */
  void content(String text) {
    written.append(escaped(text));
  }

  void newLine() {
    written.append('\n');
  }

  /** An element around one text. */
  void text(String name, String content, Object... attributes) {
    open(name, attributes);
    content(content);
    close(name);
  }

  private static String text(Object value) {
    return value instanceof Double number ? number(number) : String.valueOf(value);
  }

  static String number(double number) {
    String text = String.format(Locale.ROOT, "%.1f", number);
    return text.endsWith(".0") ? text.substring(0, text.length() - 2) : text;
  }

  private static String escaped(String text) {
    return PlainLine.of(text).replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;").replace("\"", "&quot;")
        .replace("'", "&#39;");
  }

  @Override
  public String toString() {
    return written.toString();
  }
}
