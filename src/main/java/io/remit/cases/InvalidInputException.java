package io.remit.cases;

/** What a person entered cannot be accepted; the message names the field and what is wrong, and the person sees it. */
public class InvalidInputException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final String field;

  /**
   * Refuses what was entered.
   *
   * @param field as the form or the interface names it
   * @param problem what is wrong with it, to be read after the field's name
   */
  public InvalidInputException(String field, String problem) {
    super(field + ": " + problem);
    this.field = field;
  }

  /** As the form or the interface names it. */
  public String field() {
    return field;
  }
}
