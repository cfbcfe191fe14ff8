package io.remit.intake.csv;

import java.util.List;

/** A file that cannot be used at all; thrown before anything of it is applied. */
public final class FileRefused extends Exception {

  private static final long serialVersionUID = 1L;

  private final transient List<Rejection> reasons;

  /** @param reasons all that is wrong with it, by line */
  public FileRefused(List<Rejection> reasons) {
    super("The file cannot be used");
    this.reasons = List.copyOf(reasons);
  }

  /** A file of which one thing is wrong: in no column, but as a whole from a line on. */
  public FileRefused(long line, String rule, String message) {
    this(List.of(new Rejection(line, null, rule, message)));
  }

  /** All that is wrong with it, by line. */
  public List<Rejection> reasons() {
    return reasons;
  }
}
