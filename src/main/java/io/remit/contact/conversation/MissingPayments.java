package io.remit.contact.conversation;

/** Where payments are looked for that a debtor claims to have made: by a supervisor, in a task of its own. */
public interface MissingPayments {

  /** Asks a supervisor to look for a payment of the case's debtor. */
  void askSupervisor(String caseNumber);
}
