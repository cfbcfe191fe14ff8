package io.remit.contact.incoming;

import io.remit.contact.incoming.DebtorTextReader.Understood;

/**
 * A text of a debtor that asks for more than an end of texts.
 *
 * @param number from which it came, E.164
 * @param excerpt what it says, in one line
 * @param understood what was understood of it
 */
record WrittenText(String number, String excerpt, Understood understood) {

  /** Says nothing of who wrote what, which is personal. */
  @Override
  public String toString() {
    return "WrittenText[" + understood + "]";
  }
}
