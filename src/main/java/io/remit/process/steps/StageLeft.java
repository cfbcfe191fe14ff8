package io.remit.process.steps;

import io.remit.cases.CaseLifecycle;
import io.remit.process.CaseModel;
import io.remit.process.ForModels;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.springframework.stereotype.Component;

/** The token has left a stage, whatever was going on in it. */
@ForModels
@Component
class StageLeft implements ExecutionListener {

  private final CaseLifecycle lifecycle;

  StageLeft(CaseLifecycle lifecycle) {
    this.lifecycle = lifecycle;
  }

  @Override
  public void notify(DelegateExecution execution) {
    lifecycle.stageLeft(CaseModel.caseOf(execution));
  }
}
