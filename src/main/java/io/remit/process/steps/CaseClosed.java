package io.remit.process.steps;

import io.remit.cases.CaseLifecycle;
import io.remit.cases.CollectionCase.CloseReason;
import io.remit.process.CaseModel;
import io.remit.process.ForModels;
import java.util.Locale;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.springframework.stereotype.Component;

/** The token has reached an end event; its id names the reason: {@code end_cured}. */
@ForModels
@Component
class CaseClosed implements ExecutionListener {

  private final CaseLifecycle lifecycle;

  CaseClosed(CaseLifecycle lifecycle) {
    this.lifecycle = lifecycle;
  }

  @Override
  public void notify(DelegateExecution execution) {
    String ending = execution.getCurrentActivityId().substring("end_".length()).toUpperCase(Locale.ROOT);
    lifecycle.ended(CaseModel.caseOf(execution), CloseReason.valueOf(ending));
  }
}
