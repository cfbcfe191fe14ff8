package io.remit.process.steps;

import io.remit.contact.treatment.Treatments;
import io.remit.legal.CourtCases;
import io.remit.outsourcing.Placements;
import io.remit.process.CaseModel;
import io.remit.process.ForModels;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.springframework.stereotype.Component;

/** The token has left a stage, whatever was going on in it: nothing planned there may happen any more. */
@ForModels
@Component
class StageLeft implements ExecutionListener {

  private final Treatments treatments;
  private final CourtCases courtCases;
  private final Placements placements;

  StageLeft(Treatments treatments, CourtCases courtCases, Placements placements) {
    this.treatments = treatments;
    this.courtCases = courtCases;
    this.placements = placements;
  }

  @Override
  public void notify(DelegateExecution execution) {
    treatments.cancelPlanned(CaseModel.caseOf(execution));
    courtCases.endWithStage(CaseModel.caseOf(execution));
    placements.endWithStage(CaseModel.caseOf(execution));
  }
}
