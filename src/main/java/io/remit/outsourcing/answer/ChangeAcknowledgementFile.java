package io.remit.outsourcing.answer;

import io.remit.outsourcing.PartnerAnswers.Answer;
import io.remit.outsourcing.answer.Lines.Line;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;

/** Which lines of which files of changes a partner took; it is applied as a whole or not at all. */
record ChangeAcknowledgementFile(Map<String, Map<Long, Answer>> files) {

  static final List<String> HEADER = List.of("file", "line", "taken", "reason");
  private static final Pattern NUMBER = Pattern.compile("[1-9][0-9]{0,17}");

  /**
   * @param linesOf which lines a file has, by its reference; empty if the partner got no such file
   * @throws FaultException if anything in it is wrong
   */
  static ChangeAcknowledgementFile of(Lines file, Function<String, Optional<Set<Long>>> linesOf) {
    Map<String, Map<Long, Answer>> files = new LinkedHashMap<>();
    for (Line line : file.lines()) {
      line.checked();
      String reference = line.get("file");
      Set<Long> known = linesOf.apply(reference)
          .orElseThrow(() -> line.fault("file", "unknown-file", "The partner got no such file"));
      long number = number(line);
      if (!known.contains(number)) {
        throw line.fault("line", "unknown-line", "The file has no such line");
      }
      if (files.computeIfAbsent(reference, first -> new LinkedHashMap<>()).put(number,
          new Answer(AcknowledgementFile.isTaken(line), AcknowledgementFile.reason(line))) != null) {
        throw line.fault("line", "doubled-line", "The line is named twice");
      }
    }
    if (files.isEmpty()) {
      throw new FaultException(Fault.ofFile("empty", "The file names no line"));
    }
    return new ChangeAcknowledgementFile(files);
  }

  private static long number(Line line) {
    String cell = line.get("line");
    if (!NUMBER.matcher(cell).matches()) {
      throw line.fault("line", "wrong-form", "Must be the number of a line");
    }
    return Long.parseLong(cell);
  }

  int lines() {
    return files.values().stream().mapToInt(Map::size).sum();
  }
}
