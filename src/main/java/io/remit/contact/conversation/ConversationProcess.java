package io.remit.contact.conversation;

import io.remit.hold.Hold.Reason;
import java.util.Optional;

/** What is drawn of calls and visits; what follows from an outcome is said there, whoever reports it. */
public interface ConversationProcess {

  /**
   * Takes a report through the drawing: as the form of the case's open call or visit, which is over then, or, if none
   * is open, as that of one that begins and ends now.
   *
   * @throws io.remit.cases.InvalidInputException if a field cannot be accepted
   */
  void follow(String caseNumber, ConversationReport report);

  /**
   * Goes on behind the form, in the drawing, after a conversation that is recorded already; for steps of the engine,
   * which cannot complete a task that they have just begun.
   *
   * @param reasonToPause with the outcome PAUSE why
   */
  void goOnAfter(String caseNumber, ConversationReport report, Optional<Reason> reasonToPause);
}
