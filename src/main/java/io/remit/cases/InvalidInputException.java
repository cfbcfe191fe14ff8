package io.remit.cases;

/** What a person entered cannot be accepted; the message names the field and what is wrong, and the person sees it. */
public class InvalidInputException extends RuntimeException {

  public InvalidInputException(String field, String problem) {
    super(field + ": " + problem);
  }
}
