package io.remit.eventlog;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import org.springframework.http.HttpHeaders;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RestController;

/** What happened to every case, as files that programs for process mining open. */
@RestController
@Tag(name = "Event log")
class EventLogController {

  private final EventLog log;

  EventLogController(EventLog log) {
    this.log = log;
  }

  @GetMapping("/api/event-log.xes")
  @Operation(summary = "The events of all cases as XES, a trace for each case; without personal data")
  void xes(HttpServletResponse answer) throws IOException {
    answer.setContentType("application/xml");
    answer.setHeader(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"event-log.xes\"");
    log.writeXes(answer.getOutputStream());
  }

  @GetMapping("/api/event-log.jsonocel")
  @Operation(summary = "The events of all cases, and the objects that they are about, as OCEL 2.0; "
      + "without personal data")
  void ocel(HttpServletResponse answer) throws IOException {
    answer.setContentType("application/json");
    answer.setHeader(HttpHeaders.CONTENT_DISPOSITION, "attachment; filename=\"event-log.jsonocel\"");
    log.writeOcel(answer.getOutputStream());
  }
}
