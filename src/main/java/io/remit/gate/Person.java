package io.remit.gate;

/** Who is to be reached. */
public enum Person {
  DEBTOR,
  /** Somebody whom the debtor named: a third party, who must never hear of the debt. */
  CONTACT_PERSON
}
