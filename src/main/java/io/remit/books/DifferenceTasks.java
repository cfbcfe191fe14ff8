package io.remit.books;

/** Where people decide what becomes of a difference. */
public interface DifferenceTasks {

  /** Asks a supervisor about one difference. */
  void askSupervisor(String differenceNumber);
}
