package io.remit.process;

import io.remit.contact.treatment.Treatments;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Leaves the debtor in peace for the number of {@code days} that the model says. */
@Component
class RestCase implements JavaDelegate {

  private final Treatments treatments;

  RestCase(Treatments treatments) {
    this.treatments = treatments;
  }

  @Override
  public void execute(DelegateExecution execution) {
    long days = Long.parseLong(String.valueOf(execution.getVariable(CaseModel.DAYS)));
    treatments.rest(CaseModel.caseOf(execution), days);
  }
}
