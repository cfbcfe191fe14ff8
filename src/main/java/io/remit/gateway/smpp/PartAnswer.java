package io.remit.gateway.smpp;

/** What became of one part of a text. */
sealed interface PartAnswer {

  /**
   * The centre took it.
   *
   * @param messageId its name for it; empty if it gave none
   */
  record Taken(String messageId) implements PartAnswer {
  }

  /**
   * The centre certainly did not take it.
   *
   * @param status the code that says why
   */
  record Refused(int status) implements PartAnswer {
  }

  /**
   * The centre may have taken it or not.
   *
   * @param why the kind of failure; the library's messages may hold what was sent
   */
  record Missing(String why) implements PartAnswer {

    static Missing because(Exception failure) {
      return new Missing(failure.getClass().getSimpleName());
    }
  }

  /** It was not submitted, since another part had failed by then. */
  record Unsent() implements PartAnswer {
  }
}
