package io.remit.contact;

/** What a call or a visit brought. */
public enum ConversationOutcome {
  PROMISED, REFUSED, DISPUTED, HARDSHIP, NOT_REACHED, WRONG_NUMBER, THIRD_PARTY, NOBODY_MET, MOVED_AWAY;

  /** Whether the debtor was reached: a right-party contact. */
  boolean rightParty() {
    return this == PROMISED || this == REFUSED || this == DISPUTED || this == HARDSHIP;
  }
}
