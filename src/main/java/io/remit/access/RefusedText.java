package io.remit.access;

import com.fasterxml.jackson.core.JsonParseException;
import com.fasterxml.jackson.core.JsonParser;
import io.remit.cases.InvalidInputException;
import java.util.Objects;

/**
 * The body of a request has a text that no field may have. It is one of the faults that those who read JSON answer with
 * 400, the engine's Jersey and Spring alike.
 */
class RefusedText extends JsonParseException {

  private static final long serialVersionUID = 1L;

  /** @param invalid the field and what is wrong with it */
  RefusedText(JsonParser read, InvalidInputException invalid) {
    super(read, invalid.getMessage(), invalid);
    clearLocation();
  }

  /** The field and what is wrong with it. */
  InvalidInputException why() {
    return (InvalidInputException) Objects.requireNonNull(getCause());
  }
}
