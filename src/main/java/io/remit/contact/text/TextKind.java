package io.remit.contact.text;

import java.util.EnumSet;
import java.util.Set;

/** What a message text is used for; the last word of its template's name tells. */
enum TextKind {
  SMS(false),
  EMAIL(true),
  LETTER(true),
  /** What a collector says; it is not sent. */
  SCRIPT(false),
  /** A sentence that Remit adds to messages, such as the one above the opt-out link of an e-mail. */
  LINE(false);

  /** What a sentence can tell that is the same for every debtor. */
  private static final Set<Placeholder> OF_THE_CREDITOR =
      EnumSet.of(Placeholder.CREDITOR_NAME, Placeholder.CONTACT_PHONE);

  private final boolean withSubject;

  TextKind(boolean withSubject) {
    this.withSubject = withSubject;
  }

  /** Whether such a text begins with a line "Subject: ..." and an empty line. */
  boolean hasSubject() {
    return withSubject;
  }

  /** Whether such a text may ask for a value: a sentence that Remit adds knows the creditor alone. */
  boolean mayUse(Placeholder placeholder) {
    return this != LINE || OF_THE_CREDITOR.contains(placeholder);
  }
}
