package io.remit.statement;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/** Lines of text, none of which only repeats the others. */
final class Lines {

  private static final Pattern SPACE = Pattern.compile("\\s+");

  private Lines() {
  }

  /** The lines with another text behind them, if they do not hold it already. */
  static List<String> with(List<String> lines, String text) {
    String more = text.strip();
    if (more.isEmpty() || plain(String.join("", lines)).contains(plain(more))) {
      return lines;
    }
    List<String> all = new ArrayList<>(lines);
    more.lines().map(String::strip).filter(line -> !line.isEmpty()).forEach(all::add);
    return all;
  }

  private static String plain(String text) {
    return SPACE.matcher(text).replaceAll("");
  }
}
