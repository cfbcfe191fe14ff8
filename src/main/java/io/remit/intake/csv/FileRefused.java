package io.remit.intake.csv;

import java.util.List;

/** A file that cannot be used at all; thrown before anything of it is applied. */
public final class FileRefused extends Exception {

  private static final long serialVersionUID = 1L;

  private final transient List<Rejection> reasons;

  public FileRefused(List<Rejection> reasons) {
    super("The file cannot be used");
    this.reasons = List.copyOf(reasons);
  }

  public FileRefused(long line, String rule, String message) {
    this(List.of(new Rejection(line, null, rule, message)));
  }

  public List<Rejection> reasons() {
    return reasons;
  }
}
