package io.remit.dataset;

/** An export is not made; the message tells a person why. */
class ExportRefusedException extends RuntimeException {

  private static final long serialVersionUID = 1L;

  ExportRefusedException(String why) {
    super(why);
  }

  ExportRefusedException(String why, Throwable cause) {
    super(why, cause);
  }
}
