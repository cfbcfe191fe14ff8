package io.remit.division;

/** What a preview told is not what a run would do any more. */
class PreviewOutdatedException extends RuntimeException {

  PreviewOutdatedException(String message) {
    super(message);
  }
}
