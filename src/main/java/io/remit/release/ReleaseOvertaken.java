package io.remit.release;

/** What somebody wants to do with a release cannot be done where it stands now; the message says why. */
class ReleaseOvertaken extends RuntimeException {

  private static final long serialVersionUID = 1L;

  ReleaseOvertaken(String message) {
    super(message);
  }
}
