package io.remit.legal.firm;

import java.util.Set;

/** The engine as law firms see it: a task for each suit that they have, and files that have to be brought to them. */
public interface FirmProcess {

  /** Whether anybody works in Tasklist for a firm: whether its group has a user. */
  boolean hasPeople(String groupId);

  /** The cases for which firms have a task. */
  Set<String> underWork();

  /** Gives the firm that has a suit a task for it, unless there is one. */
  void begin(String caseNumber);

  /** A suit moved on, or is over: the firm's task for it is made afresh, or taken away. */
  void moved(String caseNumber);

  /** Something is to be brought to the firm of a case. */
  void tell(String caseNumber);
}
