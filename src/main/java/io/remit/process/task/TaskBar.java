package io.remit.process.task;

import org.camunda.bpm.engine.delegate.DelegateTask;

/**
 * Who may not decide in a task of one drawing.
 *
 * @param task id of the task's element
 */
public record TaskBar(String task, Check check) {

  /** The field that is named to those who may not. */
  public static final String FIELD = "task";

  /** Asks whether somebody may. */
  @FunctionalInterface
  public interface Check {

    /** @throws io.remit.cases.InvalidInputException that names {@link #FIELD} if not */
    void mayWork(DelegateTask task, String userId);
  }
}
