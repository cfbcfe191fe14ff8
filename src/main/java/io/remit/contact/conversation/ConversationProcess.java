package io.remit.contact.conversation;

/** What is drawn of calls and visits; what follows from an outcome is said there, whoever reports it. */
public interface ConversationProcess {

  /**
   * Takes a report through the drawing: as the form of the case's open call or visit, which is over then, or, if none
   * is open, as that of one that begins and ends now.
   *
   * @throws io.remit.cases.InvalidInputException if a field cannot be accepted
   */
  void follow(String caseNumber, ConversationReport report);
}
