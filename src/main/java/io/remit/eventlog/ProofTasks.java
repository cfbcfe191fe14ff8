package io.remit.eventlog;

/** Where operators put right what is not so of a case. */
public interface ProofTasks {

  /** Asks an operator to look at a case. */
  void ask(String proofNumber);

  /** Nobody needs to look at it any more. */
  void over(String proofNumber);
}
