package io.remit.outsourcing.answer;

import io.remit.outsourcing.PartnerAnswers.Answer;
import io.remit.outsourcing.answer.Lines.Line;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/** Which cases of which batches a partner took; it is applied as a whole or not at all. */
record AcknowledgementFile(Map<String, Map<String, Answer>> batches) {

  static final List<String> HEADER = List.of("batch", "case_number", "taken", "reason");

  /**
   * @param casesOf which cases a batch has, by its reference; empty if the partner got no such batch
   * @throws FaultException if anything in it is wrong
   */
  static AcknowledgementFile of(Lines file, Function<String, Optional<Set<String>>> casesOf) {
    Map<String, Map<String, Answer>> batches = new LinkedHashMap<>();
    for (Line line : file.lines()) {
      line.checked();
      String batch = line.get("batch");
      Set<String> cases = casesOf.apply(batch)
          .orElseThrow(() -> line.fault("batch", "unknown-batch", "The partner got no such batch"));
      String caseNumber = line.get("case_number");
      if (!cases.contains(caseNumber)) {
        throw line.fault("case_number", "unknown-case", "The batch has no such case");
      }
      if (batches.computeIfAbsent(batch, first -> new LinkedHashMap<>())
          .put(caseNumber, new Answer(isTaken(line), reason(line))) != null) {
        throw line.fault("case_number", "doubled-line", "The case is named twice");
      }
    }
    if (batches.isEmpty()) {
      throw new FaultException(Fault.ofFile("empty", "The file names no case"));
    }
    return new AcknowledgementFile(batches);
  }

  static @Nullable String reason(Line line) {
    return line.get("reason").isEmpty() ? null : line.get("reason");
  }

  static boolean isTaken(Line line) {
    return switch (line.get("taken")) {
      case "YES" -> true;
      case "NO" -> false;
      default -> throw line.fault("taken", "unknown-word", "Must be YES or NO");
    };
  }

  int lines() {
    return batches.values().stream().mapToInt(Map::size).sum();
  }
}
