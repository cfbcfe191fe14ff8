package io.remit.audit;

import io.remit.audit.AuditEvent.Kind;
import io.remit.files.ListPage;
import io.remit.files.SpreadsheetFile;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.tags.Tag;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.validation.FieldError;
import org.springframework.web.bind.MethodArgumentNotValidException;
import org.springframework.web.bind.annotation.BindParam;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.ModelAttribute;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;

/** Reads the audit trail, for administrators and managers. */
@RestController
@RequestMapping("/api/audit")
@Tag(name = "Audit")
class AuditController {

  private static final int LARGEST_PAGE = 10_000;
  private static final int USUAL_PAGE = 100;
  private static final List<String> COLUMNS =
      List.of("id", "at", "kind", "user", "address", "case", "debtor", "detail", "about", "user_deleted_at",
          "times");

  private final AuditTrail trail;
  private final ZoneId zone;

  AuditController(AuditTrail trail, @Value("${remit.zone}") ZoneId zone) {
    this.trail = trail;
    this.zone = zone;
  }

  /**
   * What to look for; each may be missing.
   *
   * @param caseNumber the parameter {@code case}
   * @param from the first day, in the creditor's zone
   * @param to the last day
   * @param page from 0
   * @param size of a page, up to 10,000
   */
  record Question(String user, @BindParam("case") String caseNumber, String debtor, Kind kind, LocalDate from,
      LocalDate to, Integer page, Integer size) {

    int pageOrFirst() {
      return page == null ? 0 : page;
    }

    int sizeOrUsual() {
      return size == null ? USUAL_PAGE : size;
    }
  }

  record Line(long id, Instant at, Kind kind, @Nullable String user, @Nullable Instant userDeletedAt,
      @Nullable String address, @Nullable String caseNumber, @Nullable String debtorId, @Nullable String about,
      String detail, int times) {

    static Line of(AuditEvent event) {
      return new Line(event.eventId(), event.at(), event.kind(), event.userId(), event.userDeletedAt(), event.address(),
          event.caseNumber(), event.debtorId(), event.about(), event.detail(), event.times());
    }
  }

  record Page(List<Line> items, int page, int size, long total) {
  }

  @GetMapping
  @Operation(summary = "Who did and saw what, the newest first")
  Page find(@ModelAttribute Question question) {
    AuditTrail.Criteria criteria = criteria(question);
    int page = question.pageOrFirst();
    int size = question.sizeOrUsual();
    return new Page(trail.find(criteria, page, size).stream().map(Line::of).toList(), page, size,
        trail.count(criteria));
  }

  @GetMapping(produces = "text/csv;charset=UTF-8")
  @Operation(summary = "The same as a CSV file")
  String findAsCsv(@ModelAttribute Question question) {
    return SpreadsheetFile.of(COLUMNS, trail.find(criteria(question), question.pageOrFirst(), question.sizeOrUsual())
        .stream().map(event -> Arrays.asList(event.eventId(), event.at(), event.kind(), event.userId(),
            event.address(), event.caseNumber(), event.debtorId(), event.detail(),
            event.about(), event.userDeletedAt(), event.times())));
  }

  @ExceptionHandler
  ProblemDetail unreadable(MethodArgumentNotValidException invalid) {
    String fields = invalid.getFieldErrors().stream().map(FieldError::getField).distinct()
        .collect(Collectors.joining(", "));
    return ProblemDetail.forStatusAndDetail(HttpStatus.BAD_REQUEST, fields + ": cannot be read");
  }

  private AuditTrail.Criteria criteria(Question question) {
    ListPage.check(question.pageOrFirst(), question.sizeOrUsual(), LARGEST_PAGE);
    if (question.from() != null && question.to() != null && question.to().isBefore(question.from())) {
      throw badRequest("to: lies before from");
    }
    return new AuditTrail.Criteria(question.user(), question.caseNumber(), question.debtor(), question.kind(),
        question.from() == null ? null : question.from().atStartOfDay(zone).toInstant(),
        question.to() == null ? null : question.to().plusDays(1).atStartOfDay(zone).toInstant());
  }

  private static ResponseStatusException badRequest(String reason) {
    return new ResponseStatusException(HttpStatus.BAD_REQUEST, reason);
  }
}
