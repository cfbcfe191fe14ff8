package io.remit.model;

import org.jspecify.annotations.Nullable;

/** A file cannot be read as a model. */
public class UnreadableModel extends Exception {

  private static final long serialVersionUID = 1L;

  private final int line;

  /** @param line where reading ended; 0 if unknown */
  public UnreadableModel(int line, @Nullable String reason) {
    super(reason);
    this.line = line;
  }

  public int line() {
    return line;
  }
}
