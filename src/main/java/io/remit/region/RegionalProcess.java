package io.remit.region;

/** The engine as the regional rules see it: each that stops all runs in a process of its own. */
public interface RegionalProcess {

  /** Starts the process of a new rule, which waits for its first day. */
  void start(RegionalRule rule);

  /** Computes the due dates of a rule's open timers anew. */
  void redate(RegionalRule rule);
}
