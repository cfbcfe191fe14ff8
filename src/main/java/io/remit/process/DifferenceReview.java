package io.remit.process;

import io.remit.books.DifferenceTasks;
import org.camunda.bpm.engine.RuntimeService;
import org.springframework.context.annotation.Lazy;
import org.springframework.stereotype.Component;

/** Drives {@code statement-difference.bpmn}. */
@Component
class DifferenceReview implements DifferenceTasks {

  private final RuntimeService runtime;

  DifferenceReview(@Lazy RuntimeService runtime) {
    this.runtime = runtime;
  }

  @Override
  public void askSupervisor(String differenceNumber) {
    runtime.startProcessInstanceByKey(CaseModel.STATEMENT_DIFFERENCE, differenceNumber);
  }
}
