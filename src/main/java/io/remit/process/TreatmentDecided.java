package io.remit.process;

import io.remit.contact.treatment.TreatmentDecision;
import io.remit.contact.treatment.Treatments;
import java.util.Map;
import org.camunda.bpm.dmn.engine.DmnDecisionResult;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.ExecutionListener;
import org.springframework.stereotype.Component;

/** Takes the answer of the decision {@code next-treatment} and tells the gateway behind it. */
@Component
class TreatmentDecided implements ExecutionListener {

  private final Treatments treatments;

  TreatmentDecided(Treatments treatments) {
    this.treatments = treatments;
  }

  @Override
  public void notify(DelegateExecution execution) {
    Map<String, Object> row = ((DmnDecisionResult) execution.getVariable("decisionResult")).getSingleResult();
    TreatmentDecision decision = TreatmentDecision.of(row);
    treatments.decided(CaseModel.caseOf(execution), decision);
    CaseModel.setForNow(execution, CaseModel.TREATMENT, decision.treatment().name());
  }
}
