package io.remit.intake;

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
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.ProblemDetail;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ResponseStatusException;
import org.springframework.web.util.UriComponentsBuilder;

/** Takes in files that are sent as the body of a request. */
@RestController
@RequestMapping(path = "/api/intake", consumes = "!multipart/*", produces = MediaType.APPLICATION_JSON_VALUE)
@Tag(name = "Intake")
@ApiResponse(responseCode = "200", description = "Applied now or before; bad rows are named",
    useReturnTypeSchema = true)
@ApiResponse(responseCode = "422", description = "The file itself cannot be used; nothing changed",
    useReturnTypeSchema = true)
class IntakeController {

  private static final Logger log = LoggerFactory.getLogger(IntakeController.class);

  private final ArrearsIntake arrears;
  private final PaymentsIntake payments;

  IntakeController(ArrearsIntake arrears, PaymentsIntake payments) {
    this.arrears = arrears;
    this.payments = payments;
  }

  @PostMapping("/arrears")
  @Operation(summary = "Take in an arrears file",
      description = "UTF-8 CSV. The same content sent again is recognised and changes nothing.")
  @Parameter(name = "complete", in = ParameterIn.QUERY, schema = @Schema(type = "boolean", defaultValue = "false"),
      description = "The file lists all open accounts of its products: close those that it does not list")
  @RequestBody(required = true,
      content = @Content(mediaType = "text/csv", schema = @Schema(type = "string", format = "binary")))
  ResponseEntity<ArrearsResult> arrears(@Parameter(hidden = true) HttpServletRequest request) throws IOException {
    return answer(arrears.apply(request.getInputStream(), isComplete(request), request.getRemoteUser()));
  }

  @PostMapping("/payments")
  @Operation(summary = "Take in a payments file",
      description = "UTF-8 CSV, or a bank statement: camt.052, camt.053, camt.054, MT940, or several of them in a ZIP"
          + " archive. The same content sent again is recognised and changes nothing.")
  @RequestBody(required = true,
      content = {@Content(mediaType = "text/csv", schema = @Schema(type = "string", format = "binary")),
          @Content(mediaType = "application/xml", schema = @Schema(type = "string", format = "binary")),
          @Content(mediaType = "text/plain", schema = @Schema(type = "string", format = "binary")),
          @Content(mediaType = "application/zip", schema = @Schema(type = "string", format = "binary"))})
  ResponseEntity<PaymentsResult> payments(@Parameter(hidden = true) HttpServletRequest request) throws IOException {
    return answer(payments.apply(request.getInputStream(), request.getRemoteUser()));
  }

  @ExceptionHandler
  ProblemDetail interrupted(IntakeInterrupted interrupted) {
    return ProblemDetail.forStatusAndDetail(HttpStatus.INTERNAL_SERVER_ERROR, interrupted.getMessage());
  }

  @ExceptionHandler
  ProblemDetail notReceived(IOException failure) {
    log.warn("A file was not received wholly: {}", FailureTrace.of(failure));
    return ProblemDetail.forStatusAndDetail(HttpStatus.INTERNAL_SERVER_ERROR,
        "The file was not received wholly; nothing of it was applied.");
  }

  private static <R extends IntakeResult> ResponseEntity<R> answer(R result) {
    boolean refused = result.status() == IntakeStatus.REFUSED;
    return ResponseEntity.status(refused ? HttpStatus.UNPROCESSABLE_ENTITY : HttpStatus.OK).body(result);
  }

  /**
   * Reads the query itself: asking the request for a parameter would make the server read a body that curl labels as a
   * form, and the file would be gone.
   */
  private static boolean isComplete(HttpServletRequest request) {
    var parameters = UriComponentsBuilder.newInstance().query(request.getQueryString()).build().getQueryParams();
    String complete = parameters.containsKey("complete") ? parameters.getFirst("complete") : "false";
    if (!"true".equals(complete) && !"false".equals(complete)) {
      throw new ResponseStatusException(HttpStatus.BAD_REQUEST, "complete has to be true or false");
    }
    return complete.equals("true");
  }
}
