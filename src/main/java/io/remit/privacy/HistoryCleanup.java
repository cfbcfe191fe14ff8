package io.remit.privacy;

/** Removes what the engine keeps of processes and decisions that ended, each for as long as its model says. */
public interface HistoryCleanup {

  /** Begins to remove what is too old; it goes on by itself. */
  void begin();
}
