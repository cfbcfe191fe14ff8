package io.remit.intake;

import io.remit.cases.BusinessCalendar;
import io.remit.files.WorkFolder;
import io.remit.intake.delivery.AcknowledgementsResult;
import io.remit.intake.delivery.ArrearsResult;
import io.remit.intake.delivery.FailureTrace;
import io.remit.intake.delivery.FileKind;
import io.remit.intake.delivery.FileProgress;
import io.remit.intake.delivery.IntakeInterrupted;
import io.remit.intake.delivery.IntakeResult;
import io.remit.intake.delivery.IntakeStatus;
import io.remit.intake.delivery.PaymentsResult;
import io.swagger.v3.oas.annotations.Operation;
import io.swagger.v3.oas.annotations.Parameter;
import io.swagger.v3.oas.annotations.enums.ParameterIn;
import io.swagger.v3.oas.annotations.media.Content;
import io.swagger.v3.oas.annotations.media.Schema;
import io.swagger.v3.oas.annotations.parameters.RequestBody;
import io.swagger.v3.oas.annotations.responses.ApiResponse;
import io.swagger.v3.oas.annotations.tags.Tag;
import jakarta.servlet.http.HttpServletRequest;
import java.io.IOException;
import java.net.URI;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collections;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

/** Takes in files that are sent as the body of a request. */
@RestController
@RequestMapping(path = "/api/intake", consumes = "!multipart/*", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Intake")
@ApiResponse(responseCode = "202", description = "Kept; the file is taken in as a job",
    content = @Content(schema = @Schema(implementation = FileProgress.class)))
@ApiResponse(responseCode = "422",
    description = "The file itself cannot be used; nothing changed; the body is that of 200")
@ApiResponse(responseCode = "503", description = "Too many files wait as jobs")
class IntakeController {

  private static final Logger LOG = LoggerFactory.getLogger(IntakeController.class);

  private static final String AS_A_JOB = " With the header Prefer: respond-async it answers at once, and Location names"
      + " where to see how far it is.";

  private final ArrearsIntake arrears;
  private final PaymentsIntake payments;
  private final AcknowledgementsIntake acknowledgements;
  private final IntakeJobs jobs;
  private final BusinessCalendar calendar;
  private final WorkFolder workFolder;

  IntakeController(ArrearsIntake arrears, PaymentsIntake payments, AcknowledgementsIntake acknowledgements,
      IntakeJobs jobs, BusinessCalendar calendar, WorkFolder workFolder) {
    this.jobs = jobs;
    this.arrears = arrears;
    this.payments = payments;
    this.acknowledgements = acknowledgements;
    this.calendar = calendar;
    this.workFolder = workFolder;
  }

  @PostMapping("/arrears")
  @Operation(summary = "Take in an arrears file",
      description = "UTF-8 CSV. The same content sent again is recognised and changes nothing, unless another file has"
          + " spoken of one of its products since." + AS_A_JOB)
  @Parameter(name = "complete", in = ParameterIn.QUERY, schema = @Schema(type = "boolean", defaultValue = "false"),
      description = "The file lists all open accounts of its products: close those that it does not list")
  @Parameter(name = "asOf", in = ParameterIn.QUERY, schema = @Schema(type = "string", format = "date"),
      description = "The last day, in the creditor's zone, whose bookings the file contains whole; unless said, the day"
          + " before it is taken in")
  @Parameter(name = "Prefer", in = ParameterIn.HEADER, schema = @Schema(type = "string"),
      description = "respond-async: do not wait for the end")
  @ApiResponse(responseCode = "200", description = "Applied now or before; bad rows are named",
      content = @Content(schema = @Schema(implementation = ArrearsResult.class)))
  @RequestBody(required = true,
      content = @Content(mediaType = "text/csv", schema = @Schema(type = "string", format = "binary")))
  ResponseEntity<?> arrears(@Parameter(hidden = true) HttpServletRequest request) throws IOException {
    IntakeQuery query = IntakeQuery.of(request.getQueryString(), calendar.today());
    if (wantsAJob(request)) {
      return accepted(receive(request, query.complete() ? FileKind.COMPLETE_ARREARS : FileKind.ARREARS, query.asOf()));
    }
    return answer(
        arrears.apply(request.getInputStream(), query.complete(), query.asOf(), request.getRemoteUser()));
  }

  @PostMapping("/acknowledgements")
  @Operation(summary = "Take in what the creditor acknowledges of Remit's own bookings",
      description = "UTF-8 CSV: export_number, as_of, and booking_reference for one booking of the export alone.")
  @ApiResponse(responseCode = "200", description = "Applied now or before; bad rows are named",
      useReturnTypeSchema = true)
  @RequestBody(required = true,
      content = @Content(mediaType = "text/csv", schema = @Schema(type = "string", format = "binary")))
  ResponseEntity<AcknowledgementsResult> acknowledgements(@Parameter(hidden = true) HttpServletRequest request)
      throws IOException {
    return answer(acknowledgements.apply(request.getInputStream(), request.getRemoteUser()));
  }

  @PostMapping("/payments")
  @Operation(summary = "Take in a payments file",
      description = "UTF-8 CSV, or a bank statement: camt.052, camt.053, camt.054, MT940, or several of them in a ZIP"
          + " archive. The same content sent again is recognised and changes nothing." + AS_A_JOB)
  @Parameter(name = "Prefer", in = ParameterIn.HEADER, schema = @Schema(type = "string"),
      description = "respond-async: do not wait for the end")
  @ApiResponse(responseCode = "200", description = "Applied now or before; bad rows are named",
      content = @Content(schema = @Schema(implementation = PaymentsResult.class)))
  @RequestBody(required = true,
      content = {@Content(mediaType = "text/csv", schema = @Schema(type = "string", format = "binary")),
          @Content(mediaType = "application/xml", schema = @Schema(type = "string", format = "binary")),
          @Content(mediaType = "text/plain", schema = @Schema(type = "string", format = "binary")),
          @Content(mediaType = "application/zip", schema = @Schema(type = "string", format = "binary"))})
  ResponseEntity<?> payments(@Parameter(hidden = true) HttpServletRequest request) throws IOException {
    if (wantsAJob(request)) {
      return accepted(receive(request, FileKind.PAYMENTS, null));
    }
    return answer(payments.apply(request.getInputStream(), request.getRemoteUser()));
  }

  private FileProgress receive(HttpServletRequest request, FileKind kind, @Nullable LocalDate asOf) throws IOException {
    return jobs.receive(request.getInputStream(), kind, request.getQueryString(), asOf, request.getRemoteUser());
  }

  /** RFC 7240: a preference may stand among others, in any case, with parameters of its own. */
  private static boolean wantsAJob(HttpServletRequest request) {
    return Collections.list(request.getHeaders("Prefer")).stream().flatMap(header -> Arrays.stream(header.split(",")))
        .map(preference -> preference.split(";", 2)[0].strip()).anyMatch("respond-async"::equalsIgnoreCase);
  }

  private static ResponseEntity<FileProgress> accepted(FileProgress file) {
    return ResponseEntity.accepted().location(URI.create("/api/intake/files/" + file.fileId()))
        .header("Preference-Applied", "respond-async").body(file);
  }

  @ExceptionHandler
  ResponseEntity<ProblemDetail> tooMany(IntakeJobs.TooManyJobs tooMany) {
    return ResponseEntity.status(HttpStatus.SERVICE_UNAVAILABLE).header(HttpHeaders.RETRY_AFTER, "60")
        .contentType(MediaType.APPLICATION_PROBLEM_JSON)
        .body(ProblemDetail.forStatusAndDetail(HttpStatus.SERVICE_UNAVAILABLE, tooMany.getMessage()));
  }

  @ExceptionHandler
  ProblemDetail interrupted(IntakeInterrupted interrupted) {
    return ProblemDetail.forStatusAndDetail(
        interrupted.isDiskFull() ? HttpStatus.INSUFFICIENT_STORAGE : HttpStatus.INTERNAL_SERVER_ERROR,
        interrupted.getMessage());
  }

  @ExceptionHandler
  ProblemDetail notReceived(IOException failure) {
    if (workFolder.isFull()) {
      return ProblemDetail.forStatusAndDetail(HttpStatus.INSUFFICIENT_STORAGE,
          "The disk of the work folder is full: tell an operator. Then try again.");
    }
    LOG.warn("A file was not received wholly: {}", FailureTrace.of(failure));
    return ProblemDetail.forStatusAndDetail(HttpStatus.INTERNAL_SERVER_ERROR,
        "The file was not received wholly; nothing of it was applied.");
  }

  private static <R extends IntakeResult> ResponseEntity<R> answer(R result) {
    boolean refused = result.status() == IntakeStatus.REFUSED;
    return ResponseEntity.status(refused ? HttpStatus.UNPROCESSABLE_ENTITY : HttpStatus.OK).body(result);
  }
}
