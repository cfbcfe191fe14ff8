package io.remit.casefile;

import io.remit.visit.VisitReport;
import io.remit.visit.VisitReports;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The visits of a case, for staff. */
@RestController
@RequestMapping("/api/cases/{caseNumber}/visits")
@Tag(name = "Visits")
class VisitController {

  private final KnownCases cases;
  private final VisitReports visits;

  VisitController(KnownCases cases, VisitReports visits) {
    this.cases = cases;
    this.visits = visits;
  }

  @GetMapping
  @Operation(summary = "How the visits of a case were made and what was seen, the newest first")
  List<VisitReport> all(@PathVariable String caseNumber) {
    return visits.of(cases.number(caseNumber));
  }
}
