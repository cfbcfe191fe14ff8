package io.remit.contact.dispatch;

/** Where people settle messages of which nobody knows whether they were sent. */
public interface UnsettledMessages {

  /** Asks a supervisor to find out about one message of a case. */
  void askSupervisor(String caseNumber);
}
