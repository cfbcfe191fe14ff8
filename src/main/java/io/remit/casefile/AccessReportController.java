package io.remit.casefile;

import io.remit.files.ListPage;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/** Answers who has seen, changed or received the data of a debtor. The question itself is in the audit trail. */
@RestController
@RequestMapping("/api/debtors")
@Tag(name = "Debtors")
class AccessReportController {

  private static final int LARGEST_PAGE = 10_000;

  private final AccessReport report;

  AccessReportController(AccessReport report) {
    this.report = report;
  }

  @GetMapping({"/{debtorId}/access-report", "/access-report"})
  @Operation(summary = "Who has seen, changed or received the data of a debtor, the oldest first")
  ListPage<AccessReport.Entry> accessReport(@PathVariable(name = "debtorId", required = false) @Nullable String inPath,
      @RequestParam(name = "debtor", required = false) @Nullable String inQuery,
      @RequestParam(defaultValue = "0") int page, @RequestParam(defaultValue = "1000") int size) {
    ListPage.check(page, size, LARGEST_PAGE);
    String debtorId = IdInAddress.of(inPath, inQuery, "debtor");
    ListPage<AccessReport.Entry> found = report.of(debtorId, page, size);
    if (found.total() == 0) {
      throw new ResponseStatusException(HttpStatus.NOT_FOUND, "nothing was done with the data of such a debtor");
    }
    return found;
  }
}
