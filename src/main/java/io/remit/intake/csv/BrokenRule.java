package io.remit.intake.csv;

import java.util.Objects;

/** A text that is not what its column asks for. */
public final class BrokenRule extends Exception {

  private static final long serialVersionUID = 1L;

  private final String rule;

  /**
   * @param rule a short stable name
   * @param message what is wrong, without the text itself
   */
  public BrokenRule(String rule, String message) {
    // Bad rows can be many: no stack trace.
    super(message, null, false, false);
    this.rule = rule;
  }

  String rule() {
    return rule;
  }

  /** What is wrong; there always is a message. */
  @Override
  public String getMessage() {
    return Objects.requireNonNull(super.getMessage());
  }
}
