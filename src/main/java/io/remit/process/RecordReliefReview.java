package io.remit.process;

import io.remit.hardship.Reliefs;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.stereotype.Component;

/** Takes what becomes of a relief whose day has come. */
@Component
class RecordReliefReview implements TaskListener {

  private final Reliefs reliefs;
  private final CurrentUser user;

  RecordReliefReview(Reliefs reliefs, CurrentUser user) {
    this.reliefs = reliefs;
    this.user = user;
  }

  @Override
  public void notify(DelegateTask task) {
    SubmittedForm form = SubmittedForm.takenFrom(task, user.id());
    reliefs.review(CaseModel.matterOf(task.getExecution()), form.outcome(), form.text("until"), form.text("note"),
        user.id());
  }
}
