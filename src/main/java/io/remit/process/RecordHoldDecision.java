package io.remit.process;

import io.remit.hold.HoldEntry;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.stereotype.Component;

/** Takes the supervisor's decision on a hold. */
@Component
class RecordHoldDecision implements TaskListener {

  private final HoldEntry holds;
  private final CurrentUser user;

  RecordHoldDecision(HoldEntry holds, CurrentUser user) {
    this.holds = holds;
    this.user = user;
  }

  @Override
  public void notify(DelegateTask task) {
    SubmittedForm form = SubmittedForm.takenFrom(task, user.id());
    holds.decide(CaseModel.matterOf(task.getExecution()), new HoldEntry.Decided(form.outcome(), form.text("reviewDate"),
        form.text("note"), form.text("contactName"), form.text("contactPhone")), user.id());
  }
}
