package io.remit.process;

import io.remit.legal.CourtCases;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.stereotype.Component;

/** Records that the court was told of a case that is not with it any more. */
@Component
class RecordCourtTold implements TaskListener {

  private final CourtCases courtCases;
  private final CurrentUser user;

  RecordCourtTold(CourtCases courtCases, CurrentUser user) {
    this.courtCases = courtCases;
    this.user = user;
  }

  @Override
  public void notify(DelegateTask task) {
    SubmittedForm form = SubmittedForm.takenFrom(task, user.id());
    courtCases.told(CaseModel.caseOf(task.getExecution()), form.outcome(), form.text("note"), user.id());
  }
}
