package io.remit.process;

import io.remit.outsourcing.Placements;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.stereotype.Component;

/** Takes the outsourcing officer's decision. */
@Component
class RecordPlacementDecision implements TaskListener {

  private final Placements placements;
  private final CurrentUser user;

  RecordPlacementDecision(Placements placements, CurrentUser user) {
    this.placements = placements;
    this.user = user;
  }

  @Override
  public void notify(DelegateTask task) {
    SubmittedForm form = SubmittedForm.takenFrom(task, user.id());
    placements.review(CaseModel.caseOf(task.getExecution()), form.outcome(), form.text("partnerId"),
        form.text("note"), user.id());
  }
}
