package io.remit.intake;

import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.util.UriComponentsBuilder;

/**
 * What the query of a request asks of a file. It is read from its text: asking the request for a parameter would make
 * the server read a body that curl labels as a form, and the file would be gone.
 *
 * @param complete whether the file lists all open accounts of its products
 * @param asOf the last day, in the creditor's zone, whose bookings the file contains whole; null if nobody said
 */
record IntakeQuery(boolean complete, @Nullable LocalDate asOf) {

  /**
   * @param query of the address, or null
   * @param today the business date: a file of a day ahead is a mistake
   * @throws ResponseStatusException that names the parameter at fault
   */
  static IntakeQuery of(@Nullable String query, LocalDate today) {
    var parameters = UriComponentsBuilder.newInstance().query(query).build().getQueryParams();
    String complete = parameters.containsKey("complete") ? parameters.getFirst("complete") : "false";
    if (!"true".equals(complete) && !"false".equals(complete)) {
      throw new ResponseStatusException(HttpStatus.BAD_REQUEST, "complete has to be true or false");
    }
    return new IntakeQuery(complete.equals("true"), asOf(parameters.getOrDefault("asOf", List.of()), today));
  }

  private static @Nullable LocalDate asOf(List<String> days, LocalDate today) {
    if (days.isEmpty()) {
      return null;
    }
    LocalDate day = days.size() == 1 ? day(days.get(0)) : null;
    if (day == null || day.isAfter(today)) {
      throw new ResponseStatusException(HttpStatus.BAD_REQUEST,
          "asOf has to be a day such as 2026-03-01, not ahead of today");
    }
    return day;
  }

  private static @Nullable LocalDate day(@Nullable String written) {
    try {
      return written == null ? null : LocalDate.parse(written);
    } catch (DateTimeParseException noDay) {
      return null;
    }
  }
}
