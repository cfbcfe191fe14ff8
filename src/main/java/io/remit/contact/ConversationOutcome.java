package io.remit.contact;

import io.remit.cases.Channel;
import io.remit.gate.Person;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

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
  /** The agents went away because it was not safe to stay. */
  UNSAFE(false, false),
  /** The contact person was asked to have the debtor call. */
  CONTACT_PERSON_ASKED(true, false),
  /** The contact person does not want to be asked again. */
  CONTACT_PERSON_REFUSED(true, false),
  /** What the debtor said is a reason to pause collection, other than a dispute and hardship. */
  PAUSE(true, true),
  /** The debtor asks to pay in instalments. */
  PLAN_ASKED(true, true),
  /** The debtor sent a text that a person has to read. */
  DEBTOR_WROTE(true, true),
  /** A robot's call: the debtor wants to speak with a person. */
  ROBOT_HUMAN(true, true),
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

  /**
   * What a contact by a channel can bring that somebody reports; what Remit or a robot finds by itself is not among it.
   */
  public static Set<ConversationOutcome> reportedBy(Channel channel) {
    Set<ConversationOutcome> said = EnumSet.of(PROMISED, PLAN_ASKED, REFUSED, DISPUTED, HARDSHIP, PAUSE);
    switch (channel) {
      case CALL -> said.addAll(EnumSet.of(NOT_REACHED, WRONG_NUMBER, THIRD_PARTY, CONTACT_PERSON_ASKED,
          CONTACT_PERSON_REFUSED));
      case ROBOT_CALL -> said.addAll(EnumSet.of(NOT_REACHED, WRONG_NUMBER, THIRD_PARTY));
      case VISIT -> said.addAll(EnumSet.of(NOBODY_MET, MOVED_AWAY, UNSAFE));
      case LETTER -> said.add(MOVED_AWAY);
      case SMS -> said.add(WRONG_NUMBER);
      case EMAIL -> {
        // what came back by itself is told by the mail server
      }
    }
    return said;
  }

  /** Whether anybody took the call or opened the door. */
  boolean answered() {
    return answered;
  }

  /** Whether the debtor was reached: a right-party contact. */
  public boolean rightParty() {
    return rightParty;
  }

  /** Who was spoken with, or was to be. */
  public Person person() {
    return this == CONTACT_PERSON_ASKED || this == CONTACT_PERSON_REFUSED ? Person.CONTACT_PERSON : Person.DEBTOR;
  }

  /**
   * @param note what a person wrote about it, or null
   * @param reason why the debtor is overdue, or null if that was not told
   */
  public ContactLedger.Finding finding(@Nullable String note, @Nullable OverdueReason reason) {
    return new ContactLedger.Finding(name(), answered, rightParty, note, reason);
  }
}
