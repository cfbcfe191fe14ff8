package io.remit.access;

/** Remit does not start; the message is the one sentence that tells what to set. */
class StartRefused extends RuntimeException {

  private static final long serialVersionUID = 1L;

  StartRefused(String whatToSet) {
    super(whatToSet);
  }
}
