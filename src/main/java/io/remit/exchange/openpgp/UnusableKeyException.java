package io.remit.exchange.openpgp;

/** A key to which nothing can be encrypted, or by which nothing could be signed. The message says why. */
public class UnusableKeyException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  public UnusableKeyException(String message) {
    super(message);
  }

  public UnusableKeyException(String message, Throwable cause) {
    super(message, cause);
  }
}
