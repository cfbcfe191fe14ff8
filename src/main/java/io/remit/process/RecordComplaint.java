package io.remit.process;

import io.remit.complaint.Complaints;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.stereotype.Component;

/** Takes how a complaint was decided. */
@Component
class RecordComplaint implements TaskListener {

  private final Complaints complaints;
  private final CurrentUser user;

  RecordComplaint(Complaints complaints, CurrentUser user) {
    this.complaints = complaints;
    this.user = user;
  }

  @Override
  public void notify(DelegateTask task) {
    SubmittedForm form = SubmittedForm.takenFrom(task, user.id());
    complaints.handle(CaseModel.matterOf(task.getExecution()), form.outcome(), form.text("measures"),
        form.text("note"), user.id());
  }
}
