package io.remit.release;

/** The engine does not take models; the message is its reason. */
public class NotTakenException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  public NotTakenException(String reason, Throwable cause) {
    super(reason, cause);
  }
}
