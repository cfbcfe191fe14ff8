package io.remit.process;

import io.remit.hardship.Reliefs;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.stereotype.Component;

/** Takes the supervisor's decision on relief. */
@Component
class RecordReliefDecision implements TaskListener {

  private final Reliefs reliefs;
  private final CurrentUser user;

  RecordReliefDecision(Reliefs reliefs, CurrentUser user) {
    this.reliefs = reliefs;
    this.user = user;
  }

  @Override
  public void notify(DelegateTask task) {
    SubmittedForm form = SubmittedForm.takenFrom(task, user.id());
    reliefs.decide(CaseModel.matterOf(task.getExecution()), new Reliefs.Decided(form.outcome(), form.text("until"),
        form.text("accountNumber"), form.text("amount"), form.text("planInstalments"), form.text("planFirstDate"),
        form.text("note")), user.id());
  }
}
