package io.remit.legal;

/** The engine as suits see it: the process of a court case waits for what the court does. */
public interface CourtProcess {

  /**
   * Completes the task that waits for the court, or for the enforcement of its judgment, as if somebody had recorded in
   * it that the suit was withdrawn, whoever has it.
   *
   * @param actor user id of who withdrew it
   * @throws IllegalStateException if no task waits for the court
   */
  void withdrawn(String caseNumber, String actor);

  /**
   * Completes the task that waits for the court as a legal officer would, whoever has it.
   *
   * @param actor user id of who recorded the step
   * @throws IllegalStateException if no such task waits
   */
  void recorded(String caseNumber, CourtCases.Answered answered, String actor);

  /**
   * Completes the task that waits for the enforcement of a judgment as a legal officer would, whoever has it.
   *
   * @param actor user id of who recorded what came of it
   * @throws IllegalStateException if no such task waits
   */
  void enforced(String caseNumber, CourtCases.Enforced enforced, String actor);
}
