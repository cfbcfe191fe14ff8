package io.remit.model.diff;

import java.util.ArrayList;
import java.util.List;

/** Breaks a name into lines, by widths of letters as Arial has them, rounded up. */
final class TextLines {

  private static final String MORE = "…";
  private static final int LONGEST = 400;

  private TextLines() {
  }

  /** The lines of a text in a size of letters; what does not fit in the lines is cut off, with three dots. */
  static List<String> of(String text, double size, double room, int most) {
    double width = Math.max(2 * size, room);
    List<String> lines = new ArrayList<>();
    String shown = PlainLine.of(text.length() > LONGEST ? text.substring(0, LONGEST) + MORE : text);
    StringBuilder line = new StringBuilder();
    for (String word : shown.strip().split("\\s+")) {
      String rest = word;
      if (!line.isEmpty() && width(line + " " + rest, size) > width) {
        lines.add(line.toString());
        line.setLength(0);
      }
      if (!line.isEmpty()) {
        line.append(' ');
      }
      while (width(rest, size) > width && line.isEmpty()) {
        int fits = fitting(rest, size, width);
        lines.add(rest.substring(0, fits));
        rest = rest.substring(fits);
      }
      line.append(rest);
    }
    if (!line.isEmpty()) {
      lines.add(line.toString());
    }
    if (lines.size() <= most) {
      return lines;
    }
    List<String> cut = new ArrayList<>(lines.subList(0, Math.max(1, most)));
    cut.set(cut.size() - 1, cut.get(cut.size() - 1) + MORE);
    return cut;
  }

  private static int fitting(String word, double size, double width) {
    int fits = 0;
    double wide = 0;
    while (fits < word.length()) {
      int character = word.codePointAt(fits);
      wide += width(character) * size;
      if (wide > width && fits > 0) {
        return fits;
      }
      fits += Character.charCount(character);
    }
    return fits;
  }

  static double width(String text, double size) {
    return text.codePoints().mapToDouble(TextLines::width).sum() * size;
  }

  private static double width(int character) {
    if (character > 0x2E80) {
      return 1;
    }
    if (" .,:;'|!iljI".indexOf(character) >= 0) {
      return 0.28;
    }
    if ("ftr()[]-/\"".indexOf(character) >= 0) {
      return 0.36;
    }
    if ("mwMW%@".indexOf(character) >= 0) {
      return 0.89;
    }
    return Character.isUpperCase(character) ? 0.7 : 0.56;
  }
}
