package io.remit.contact;

/** What a message text is used for; the last word of its template's name tells. */
enum TextKind {
  SMS(false),
  EMAIL(true),
  LETTER(true),
  /** What a collector says; it is not sent. */
  SCRIPT(false),
  /** A sentence that Remit adds to messages, such as the one above the opt-out link of an e-mail. */
  LINE(false);

  private final boolean withSubject;

  TextKind(boolean withSubject) {
    this.withSubject = withSubject;
  }

  /** Whether such a text begins with a line "Subject: ..." and an empty line. */
  boolean hasSubject() {
    return withSubject;
  }
}
