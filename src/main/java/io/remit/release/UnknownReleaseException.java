package io.remit.release;

/** There is no release of this number. */
public class UnknownReleaseException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  UnknownReleaseException(int number) {
    super("there is no release " + number);
  }
}
