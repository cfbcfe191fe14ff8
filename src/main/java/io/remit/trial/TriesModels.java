package io.remit.trial;

import io.remit.model.ModelFolder;

/** Lets copies of the open portfolio live. */
public interface TriesModels {

  /**
   * Tries models against those that run; it takes minutes.
   *
   * @param days how long both portfolios live
   * @throws IllegalStateException if it cannot be tried; its message tells why
   * @throws InterruptedException if this node ends
   */
  TrialReport tried(ModelFolder models, int days) throws InterruptedException;
}
