package io.remit.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;

/** The business key of an absence's process: {@code absence-17}. */
final class AbsenceKey {

  private static final String PREFIX = "absence-";

  private AbsenceKey() {
  }

  static String of(long absenceId) {
    return PREFIX + absenceId;
  }

  static long of(DelegateExecution execution) {
    return Long.parseLong(execution.getProcessBusinessKey().substring(PREFIX.length()));
  }
}
