package io.remit.process;

import io.remit.cases.CaseLifecycle;
import io.remit.cases.Stage;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.springframework.stereotype.Component;

/** The token has moved into a stage. */
@Component
class StageEntered implements ExecutionListener {

  private final CaseLifecycle lifecycle;

  StageEntered(CaseLifecycle lifecycle) {
    this.lifecycle = lifecycle;
  }

  @Override
  public void notify(DelegateExecution execution) {
    Stage stage = CaseModel.stageOf(execution.getCurrentActivityId());
    lifecycle.stageEntered(CaseModel.caseOf(execution), stage);
    execution.setVariable(CaseModel.STAGE, stage.name());
  }
}
