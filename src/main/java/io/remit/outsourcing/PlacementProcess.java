package io.remit.outsourcing;

import java.util.Collection;

/** The engine as placements see it: the process waits until a case comes back from its partner. */
public interface PlacementProcess {

  /**
   * Completes the task that waits for a handed-over case, as if somebody had done it in person, whoever has it.
   *
   * @param outcome as the task's form would send it
   * @param actor user id of who wants it
   * @throws IllegalStateException if no task waits
   */
  void returned(String caseNumber, String outcome, String actor);

  /**
   * Takes a handed-over case back without anybody's task: the drawing asks {@link PlacementReturns#recalled} for why.
   *
   * @return false if no task waits: it came back by another way
   */
  boolean recalled(String caseNumber);

  /** Lets those of these cases that wait for the hour at which a batch goes wait no longer. */
  void doNotWait(Collection<String> caseNumbers);
}
