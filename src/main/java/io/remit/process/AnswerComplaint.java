package io.remit.process;

import io.remit.complaint.Complaints;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Plans the answer to a debtor who complained; the dispatcher sends it once this is committed. */
@Component
class AnswerComplaint implements JavaDelegate {

  private final Complaints complaints;

  AnswerComplaint(Complaints complaints) {
    this.complaints = complaints;
  }

  @Override
  public void execute(DelegateExecution execution) {
    complaints.answer(CaseModel.matterOf(execution));
  }
}
