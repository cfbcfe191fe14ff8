package io.remit.process;

import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.stereotype.Component;

/** Gives a new task its view of what a complete file leaves out. */
@Component
class PrepareClosing implements TaskListener {

  static final String CLOSING_VIEW = "closingView";

  @Override
  public void notify(DelegateTask task) {
    task.setVariableLocal(CLOSING_VIEW,
        CaseViewValue.of(task.getExecution().getProcessBusinessKey(), task.getTaskDefinitionKey()));
  }
}
