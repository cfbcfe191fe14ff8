package io.remit.access;

import io.remit.translation.Translations;
import org.camunda.bpm.engine.MismatchingMessageCorrelationException;
import org.camunda.bpm.engine.OptimisticLockingException;
import org.camunda.bpm.engine.exception.NullValueException;
import org.springframework.core.Ordered;
import org.springframework.core.annotation.Order;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.http.HttpStatus;
import org.springframework.http.ProblemDetail;
import org.springframework.web.bind.annotation.ExceptionHandler;
import org.springframework.web.bind.annotation.RestControllerAdvice;

/**
 * Tells the slower of two people who change the same thing at once that nothing of theirs was done. The database or the
 * engine found out; what they say of it is for nobody.
 */
@RestControllerAdvice
@Order(Ordered.HIGHEST_PRECEDENCE)
class OvertakenAdvice {

  private static final String OVERTAKEN =
      "Somebody else changed this at the same moment, and nothing of yours was done. Look at it again.";

  private final Translations translations;

  OvertakenAdvice(Translations translations) {
    this.translations = translations;
  }

  @ExceptionHandler({OptimisticLockingException.class, NullValueException.class,
      MismatchingMessageCorrelationException.class, ConcurrencyFailureException.class, DuplicateKeyException.class})
  ProblemDetail overtaken() {
    return ProblemDetail.forStatusAndDetail(HttpStatus.CONFLICT, translations.ofCaller().sentence(OVERTAKEN));
  }
}
