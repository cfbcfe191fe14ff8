package io.remit.figures;

import io.remit.cases.BusinessCalendar;
import io.remit.cases.InvalidInputException;
import io.remit.partner.Partner;
import io.remit.partner.PartnerRegister;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.YearMonth;
import java.time.format.DateTimeParseException;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/** Statements of what partners have earned. */
@RestController
@RequestMapping("/api/partners/{partnerId}/statements")
@Tag(name = "Partners")
class StatementController {

  private final PartnerRegister register;
  private final CommissionStatements statements;
  private final BusinessCalendar calendar;

  StatementController(PartnerRegister register, CommissionStatements statements, BusinessCalendar calendar) {
    this.register = register;
    this.statements = statements;
    this.calendar = calendar;
  }

  @GetMapping("/{month}")
  @Operation(summary = "What a partner has earned in a month, such as 2026-01, as a PDF; that of the month that runs"
      + " says so")
  ResponseEntity<byte[]> statement(@PathVariable String partnerId, @PathVariable String month) {
    Partner partner = register.find(partnerId)
        .orElseThrow(() -> new ResponseStatusException(HttpStatus.NOT_FOUND, "there is no such partner"));
    YearMonth asked = month(month);
    if (asked.isAfter(YearMonth.from(calendar.today()))) {
      throw new InvalidInputException("month", "has not begun");
    }
    return ResponseEntity.ok().contentType(MediaType.APPLICATION_PDF)
        .header("Content-Disposition",
            "attachment; filename=\"commission-" + partner.partnerId() + "-" + asked + ".pdf\"")
        .body(statements.print(partner, asked));
  }

  private static YearMonth month(String written) {
    try {
      return YearMonth.parse(written);
    } catch (DateTimeParseException noMonth) {
      throw new InvalidInputException("month", "must be a month such as 2026-01");
    }
  }
}
