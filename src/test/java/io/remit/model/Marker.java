package io.remit.model;

import java.util.concurrent.atomic.AtomicInteger;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.delegate.TaskListener;

/** What a hostile model wants to run: it counts how often something made it. */
public class Marker implements JavaDelegate, ExecutionListener, TaskListener {

  private static final AtomicInteger MADE = new AtomicInteger();

  public Marker() {
    MADE.incrementAndGet();
  }

  /** How often code of a model ran since the tests began. */
  public static int made() {
    return MADE.get();
  }

  @Override
  public void execute(DelegateExecution execution) {
    // Making it is all that is counted.
  }

  @Override
  public void notify(DelegateExecution execution) {
    // Making it is all that is counted.
  }

  @Override
  public void notify(DelegateTask task) {
    // Making it is all that is counted.
  }
}
