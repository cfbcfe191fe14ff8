package io.remit.division;

/** Waits for the beginning of an absence, in the engine. */
public interface AbsenceTimer {

  /** Lets {@link Divisions#absenceBegins} be called when the absence begins; at once if it has begun. */
  void start(long absenceId);
}
