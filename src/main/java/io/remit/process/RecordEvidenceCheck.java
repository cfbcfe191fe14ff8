package io.remit.process;

import io.remit.hardship.Hardships;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.stereotype.Component;

/** Takes what a second person found of a document. */
@Component
class RecordEvidenceCheck implements TaskListener {

  private final Hardships hardships;
  private final CurrentUser user;

  RecordEvidenceCheck(Hardships hardships, CurrentUser user) {
    this.hardships = hardships;
    this.user = user;
  }

  @Override
  public void notify(DelegateTask task) {
    SubmittedForm form = SubmittedForm.takenFrom(task, user.id());
    hardships.check(CaseModel.matterOf(task.getExecution()), form.outcome(), form.text("evidenceId"), user.id());
  }
}
