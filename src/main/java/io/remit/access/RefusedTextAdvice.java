package io.remit.access;

import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import io.remit.cases.InvalidInputException;
import java.util.Optional;
import java.util.stream.Stream;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.http.converter.HttpMessageNotReadableException;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/**
 * Names the field of a body that has a text which no field may have, or that nobody knows; what else is no JSON keeps
 * Spring's answer.
 */
@RestControllerAdvice
@Order(Ordered.HIGHEST_PRECEDENCE)
class RefusedTextAdvice {

  private static final String UNREADABLE = "Failed to read request";

  @ExceptionHandler
  ProblemDetail refused(HttpMessageNotReadableException unreadable) {
    String why = Stream.iterate((Throwable) unreadable, cause -> cause != null, Throwable::getCause)
        .flatMap(cause -> why(cause).stream()).findFirst().orElse(UNREADABLE);
    return ProblemDetail.forStatusAndDetail(HttpStatus.BAD_REQUEST, why);
  }

  private static Optional<String> why(Throwable cause) {
    if (cause instanceof RefusedText refused) {
      return Optional.ofNullable(refused.why().getMessage());
    }
    if (cause instanceof UnrecognizedPropertyException unknown) {
      return Optional.ofNullable(
          new InvalidInputException(placeOf(unknown), "is not a field of this request").getMessage());
    }
    return Optional.empty();
  }

  /** Such as {@code cases[2].number}. */
  private static String placeOf(UnrecognizedPropertyException unknown) {
    StringBuilder place = new StringBuilder();
    unknown.getPath().forEach(step -> place.append(step.getFieldName() == null ? "[" + step.getIndex() + "]"
        : place.isEmpty() ? step.getFieldName() : "." + step.getFieldName()));
    return place.toString();
  }
}
