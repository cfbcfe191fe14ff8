package io.remit.intake;

/** Where a person decides whether to close what a complete file leaves out. */
public interface ClosingProcess {

  /** Asks a supervisor. */
  void start(String closingNumber);

  /** A later file made the question old: nobody is asked any more. */
  void supersede(String closingNumber);
}
