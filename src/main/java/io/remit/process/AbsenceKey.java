package io.remit.process;

import org.camunda.bpm.engine.delegate.DelegateExecution;

/** The business key of an absence's process: {@code absence-17}. */
public final class AbsenceKey {

  private static final String PREFIX = "absence-";

  private AbsenceKey() {
  }

  public static String of(long absenceId) {
    return PREFIX + absenceId;
  }

  public static long of(DelegateExecution execution) {
    return Long.parseLong(execution.getProcessBusinessKey().substring(PREFIX.length()));
  }
}
