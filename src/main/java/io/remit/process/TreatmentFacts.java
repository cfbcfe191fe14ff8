package io.remit.process;

import io.remit.contact.treatment.Treatments;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.springframework.stereotype.Component;

/** Gives the treatment decisions what they ask for; nothing of it is stored. */
@Component
class TreatmentFacts implements ExecutionListener {

  private final Treatments treatments;
  private final DecisionTables tables;

  TreatmentFacts(Treatments treatments, DecisionTables tables) {
    this.treatments = treatments;
    this.tables = tables;
  }

  @Override
  public void notify(DelegateExecution execution) {
    tables.asTablesCompareThem(treatments.facts(CaseModel.caseOf(execution)))
        .forEach((name, value) -> CaseModel.setForNow(execution, name, value));
    boolean decidedHere = execution.getCurrentActivityId().equals(CaseModel.VISIT_DECISION_TASK);
    if (!decidedHere && !execution.hasVariable(CaseModel.VISIT_ELIGIBLE)) {
      CaseModel.setForNow(execution, CaseModel.VISIT_ELIGIBLE, false);
    }
  }
}
