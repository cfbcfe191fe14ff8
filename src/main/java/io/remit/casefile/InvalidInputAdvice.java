package io.remit.casefile;

import io.remit.cases.InvalidInputException;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/** Answers what cannot be accepted with a problem that names the field. */
@RestControllerAdvice
class InvalidInputAdvice {

  @ExceptionHandler
  ProblemDetail refused(InvalidInputException invalid) {
    return ProblemDetail.forStatusAndDetail(HttpStatus.BAD_REQUEST, invalid.getMessage());
  }
}
