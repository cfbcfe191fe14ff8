package io.remit.cases;

import java.util.Optional;
import java.util.function.Supplier;

/** The engine as the cases see it: each case is one running process that the facts start, wake and end. */
public interface CaseProcess {

  /**
   * Starts the process of a new case, which enters the stage of its age.
   *
   * @return the engine's id of the running process
   */
  String start(String caseNumber);

  /** Whether the process of a new case can be started now. */
  boolean canStart();

  /** What keeps the process of an open case, or one beside it, from hearing of a change now; empty if nothing does. */
  Optional<FollowUp.Why> barTo(String caseNumber);

  /** Whether the process waits on hold. */
  boolean isOnHold(String caseNumber);

  /** Tells the process once that its case changed, so that it leaves what it is doing. */
  void changed(String caseNumber, CaseChange change);

  /** Computes the due dates of the open timers anew. */
  void redate(String caseNumber);

  /** Brings what the open tasks' cards show up to date. */
  void refreshCards(String caseNumber);

  /**
   * Runs work that makes many engine calls as one command: one flush for all, and all or nothing. About 100 cases at
   * once is the best size. It is Remit's own work: what a user may do was checked where they asked for it.
   */
  <T> T together(Supplier<T> work);
}
