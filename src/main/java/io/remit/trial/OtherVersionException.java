package io.remit.trial;

/** The running database belongs to another version of Remit than the one that is asked to try. */
public final class OtherVersionException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  OtherVersionException(String message) {
    super(message);
  }
}
