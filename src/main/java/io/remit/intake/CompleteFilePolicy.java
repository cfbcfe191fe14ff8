package io.remit.intake;

/** The decision {@code complete-file-limits}, asked through the engine. */
public interface CompleteFilePolicy {

  /** Whether a person has to decide before this is closed. */
  boolean asksAPerson(Closing.LeftOut leftOut);
}
