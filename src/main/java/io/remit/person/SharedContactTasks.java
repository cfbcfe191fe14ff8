package io.remit.person;

/** Where a supervisor is asked whether debtor ids with the same number or address are one person. */
public interface SharedContactTasks {

  /** @param caseNumber an open case of one of them */
  void askSupervisor(String caseNumber);
}
