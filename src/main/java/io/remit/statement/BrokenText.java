package io.remit.statement;

import java.util.ArrayList;
import java.util.List;

/** A text that a bank broke into lines wherever they were full: read as one, and given back with its breaks. */
final class BrokenText {

  private final String joined;
  private final List<Integer> breaks = new ArrayList<>();

  BrokenText(List<String> lines) {
    StringBuilder text = new StringBuilder();
    for (String line : lines) {
      if (text.length() > 0) {
        breaks.add(text.length());
      }
      text.append(line);
    }
    joined = text.toString();
  }

  String joined() {
    return joined;
  }

  /** The lines of a part of it, without empty ones. */
  List<String> lines(int from, int to) {
    List<String> lines = new ArrayList<>();
    int begin = from;
    for (int at : breaks) {
      if (at > begin && at < to) {
        lines.add(joined.substring(begin, at).strip());
        begin = at;
      }
    }
    lines.add(joined.substring(begin, to).strip());
    lines.removeIf(String::isEmpty);
    return lines;
  }
}
