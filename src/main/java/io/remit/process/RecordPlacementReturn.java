package io.remit.process;

import io.remit.outsourcing.Placements;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.stereotype.Component;

/** Takes back what was placed with a partner. */
@Component
class RecordPlacementReturn implements TaskListener {

  private final Placements placements;
  private final CurrentUser user;

  RecordPlacementReturn(Placements placements, CurrentUser user) {
    this.placements = placements;
    this.user = user;
  }

  @Override
  public void notify(DelegateTask task) {
    SubmittedForm form = SubmittedForm.takenFrom(task, user.id());
    placements.comeBack(CaseModel.caseOf(task.getExecution()), form.outcome(), form.text("note"), user.id());
  }
}
