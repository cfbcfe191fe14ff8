package io.remit.process;

import io.remit.contact.treatment.Treatments;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Plans the message that the treatment decision asked for; the dispatcher sends it once this is committed. */
@Component
class SendMessage implements JavaDelegate {

  private final Treatments treatments;

  SendMessage(Treatments treatments) {
    this.treatments = treatments;
  }

  @Override
  public void execute(DelegateExecution execution) {
    treatments.planMessage(CaseModel.caseOf(execution));
  }
}
