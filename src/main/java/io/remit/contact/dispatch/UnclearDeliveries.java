package io.remit.contact.dispatch;

/** Where people look into messages of which nobody knows whether they were sent. */
public interface UnclearDeliveries {

  /** Asks a supervisor to find out about one message of a case. */
  void askSupervisor(String caseNumber);
}
