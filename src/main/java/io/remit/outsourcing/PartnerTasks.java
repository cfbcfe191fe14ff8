package io.remit.outsourcing;

import java.util.Set;

/** The engine as partners' people see it: a task for each case that they have. */
public interface PartnerTasks {

  /** Whether anybody works in Tasklist for a partner: whether its group has a user. */
  boolean hasPeople(String groupId);

  /** The cases for which partners have a task. */
  Set<String> underWork();

  /** Gives the partner that has a case a task for it, unless there is one. */
  void begin(String caseNumber);

  /** Takes the partner's task for a case away, if there is one. */
  void end(String caseNumber);
}
