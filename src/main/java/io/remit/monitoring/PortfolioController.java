package io.remit.monitoring;

import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** The portfolio, for managers. */
@RestController
@RequestMapping("/api/portfolio")
@Tag(name = "Portfolio")
class PortfolioController {

  private final PortfolioReport report;

  PortfolioController(PortfolioReport report) {
    this.report = report;
  }

  @GetMapping
  @Operation(summary = "Counts of cases and sums of amounts by stage, bucket and status")
  PortfolioReport.Portfolio portfolio() {
    return report.now();
  }
}
