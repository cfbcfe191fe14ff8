package io.remit.process;

import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.stereotype.Component;

/** Gives a new task its view of the difference that it is about. */
@Component
class PrepareDifference implements TaskListener {

  static final String DIFFERENCE_VIEW = "differenceView";

  @Override
  public void notify(DelegateTask task) {
    task.setVariableLocal(DIFFERENCE_VIEW,
        CaseViewValue.of(task.getExecution().getProcessBusinessKey(), task.getTaskDefinitionKey()));
  }
}
