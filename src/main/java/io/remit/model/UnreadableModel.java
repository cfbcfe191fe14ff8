package io.remit.model;

import org.jspecify.annotations.Nullable;

/** A file cannot be read as a model. */
class UnreadableModel extends Exception {

  private static final long serialVersionUID = 1L;

  private final int line;

  /** @param line where reading ended; 0 if unknown */
  UnreadableModel(int line, @Nullable String reason) {
    super(reason);
    this.line = line;
  }

  int line() {
    return line;
  }
}
