package io.remit.contact;

import io.remit.gate.Person;

/** What a call or a visit brought. */
public enum ConversationOutcome {
  PROMISED(true, true),
  REFUSED(true, true),
  DISPUTED(true, true),
  HARDSHIP(true, true),
  NOT_REACHED(false, false),
  WRONG_NUMBER(true, false),
  THIRD_PARTY(true, false),
  NOBODY_MET(false, false),
  MOVED_AWAY(false, false),
  /** The contact person was asked to have the debtor call. */
  CONTACT_PERSON_ASKED(true, false),
  /** The contact person does not want to be asked again. */
  CONTACT_PERSON_REFUSED(true, false),
  /** What the debtor said is a reason to pause collection, other than a dispute and hardship. */
  PAUSE(true, true),
  /** The debtor sent a text that a person has to read. */
  DEBTOR_WROTE(true, true),
  /** A robot's call: the debtor wants to speak with a person. */
  ROBOT_HUMAN(true, true),
  /** A robot's call: the debtor says that the debt is not right. */
  ROBOT_DISPUTED(true, true),
  /** A robot's call: the debtor cannot pay. */
  ROBOT_HARDSHIP(true, true),
  /** A robot's call: the debtor wants no robot to call again. */
  ROBOT_OPTED_OUT(true, true),
  /** A robot's call: the debtor answered, and nothing came of it. */
  ROBOT_HEARD(true, true);

  private final boolean answered;
  private final boolean rightParty;

  ConversationOutcome(boolean answered, boolean rightParty) {
    this.answered = answered;
    this.rightParty = rightParty;
  }

  /** Whether anybody took the call or opened the door. */
  boolean answered() {
    return answered;
  }

  /** Whether the debtor was reached: a right-party contact. */
  boolean rightParty() {
    return rightParty;
  }

  /** Who was spoken with, or was to be. */
  Person person() {
    return this == CONTACT_PERSON_ASKED || this == CONTACT_PERSON_REFUSED ? Person.CONTACT_PERSON : Person.DEBTOR;
  }

  /**
   * @param note what a person wrote about it, or null
   * @param reason why the debtor is overdue, or null if that was not told
   */
  ContactLedger.Finding finding(String note, OverdueReason reason) {
    return new ContactLedger.Finding(name(), answered, rightParty, note, reason);
  }
}
