package io.remit.process;

import io.remit.outsourcing.Placements;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.stereotype.Component;

/** Records that the partner was told of a case that is not with it any more. */
@Component
class RecordPartnerTold implements TaskListener {

  private final Placements placements;
  private final CurrentUser user;

  RecordPartnerTold(Placements placements, CurrentUser user) {
    this.placements = placements;
    this.user = user;
  }

  @Override
  public void notify(DelegateTask task) {
    SubmittedForm form = SubmittedForm.takenFrom(task, user.id());
    placements.told(CaseModel.caseOf(task.getExecution()), form.outcome(), form.text("note"), user.id());
  }
}
