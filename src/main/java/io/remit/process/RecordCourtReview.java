package io.remit.process;

import io.remit.legal.CourtCases;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.stereotype.Component;

/** Takes the legal officer's review. */
@Component
class RecordCourtReview implements TaskListener {

  private final CourtCases courtCases;
  private final CurrentUser user;

  RecordCourtReview(CourtCases courtCases, CurrentUser user) {
    this.courtCases = courtCases;
    this.user = user;
  }

  @Override
  public void notify(DelegateTask task) {
    SubmittedForm form = SubmittedForm.takenFrom(task, user.id());
    courtCases.review(CaseModel.caseOf(task.getExecution()), form.outcome(), form.text("note"), user.id());
  }
}
