package io.remit.release;

/** Remit does not start: what people deployed cannot run in it. */
public class ModelsNotRunnableException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  ModelsNotRunnableException(String message, Throwable cause) {
    super(message, cause);
  }
}
