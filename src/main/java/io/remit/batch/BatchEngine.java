package io.remit.batch;

import java.util.List;

/** The engine as batches see it: it works some cases at a time, beside everything else, and retries what fails. */
public interface BatchEngine {

  /** How the engine stands to a batch. */
  enum State {
    /** It works on it, or is about to. */
    WORKING,
    /** Somebody stopped it for a while. */
    SUSPENDED,
    /** It does not work on it any more: it is through, its retries are used up, or somebody deleted the batch. */
    RESTING
  }

  /**
   * Starts a batch in the transaction that runs.
   *
   * @param caseNumbers in the order in which they are worked
   * @param orderedBy user id, which the engine shows
   * @return the engine's id of the batch
   */
  String start(long batchId, List<String> caseNumbers, String orderedBy);

  State stateOf(String engineBatchId);
}
