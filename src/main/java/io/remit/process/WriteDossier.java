package io.remit.process;

import io.remit.legal.CourtCases;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Files the case with the court. */
@Component
class WriteDossier implements JavaDelegate {

  private final CourtCases courtCases;

  WriteDossier(CourtCases courtCases) {
    this.courtCases = courtCases;
  }

  @Override
  public void execute(DelegateExecution execution) {
    courtCases.file(CaseModel.caseOf(execution));
  }
}
