package io.remit.outsourcing.answer;

import io.remit.outsourcing.answer.Lines.Line;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

/** Of which cases a partner deleted what it had, and when; it is applied as a whole or not at all. */
record DeletionFile(Map<String, LocalDate> deletedOn) {

  static final List<String> HEADER = List.of("case_number", "deleted_on");

  /**
   * @param earliest from which day on a case's deletion may be confirmed; empty if there is nothing to confirm
   * @param today the business date: nobody deletes ahead of it
   * @throws FaultException if anything in it is wrong
   */
  static DeletionFile of(Lines file, Function<String, Optional<LocalDate>> earliest, LocalDate today) {
    Map<String, LocalDate> deletedOn = new LinkedHashMap<>();
    for (Line line : file.lines()) {
      line.checked();
      String caseNumber = line.get("case_number");
      LocalDate first = earliest.apply(caseNumber).orElseThrow(() ->
          line.fault("case_number", "unknown-case", "The partner has nothing to confirm of such a case"));
      LocalDate day = date(line);
      if (day.isBefore(first) || day.isAfter(today)) {
        throw line.fault("deleted_on", "wrong-date", "Must be a day from the end of the placement to today");
      }
      if (deletedOn.put(caseNumber, day) != null) {
        throw line.fault("case_number", "doubled-line", "The case is named twice");
      }
    }
    if (deletedOn.isEmpty()) {
      throw new FaultException(Fault.ofFile("empty", "The file names no case"));
    }
    return new DeletionFile(deletedOn);
  }

  private static LocalDate date(Line line) {
    try {
      return LocalDate.parse(line.get("deleted_on"));
    } catch (DateTimeParseException wrong) {
      throw line.fault("deleted_on", "wrong-date", "Must be a date such as 2026-03-02");
    }
  }

  int lines() {
    return deletedOn.size();
  }
}
