package io.remit.access;

import java.util.stream.Stream;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/** Names the field of a body that has a text which no field may have; what else is no JSON keeps Spring's answer. */
@RestControllerAdvice
@Order(Ordered.HIGHEST_PRECEDENCE)
class RefusedTextAdvice {

  private static final String UNREADABLE = "Failed to read request";

  @ExceptionHandler
  ProblemDetail refused(HttpMessageNotReadableException unreadable) {
    String why = Stream.iterate((Throwable) unreadable, cause -> cause != null, Throwable::getCause)
        .filter(RefusedText.class::isInstance).map(refused -> ((RefusedText) refused).why().getMessage()).findFirst()
        .orElse(UNREADABLE);
    return ProblemDetail.forStatusAndDetail(HttpStatus.BAD_REQUEST, why);
  }
}
