package io.remit.process;

import io.remit.contact.dispatch.Settlements;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.stereotype.Component;

/** Takes what a supervisor found out about a message in doubt. */
@Component
class RecordSettlement implements TaskListener {

  private final Settlements settlements;
  private final CurrentUser user;

  RecordSettlement(Settlements settlements, CurrentUser user) {
    this.settlements = settlements;
    this.user = user;
  }

  @Override
  public void notify(DelegateTask task) {
    SubmittedForm form = SubmittedForm.takenFrom(task, user.id());
    settlements.record(CaseModel.caseOf(task.getExecution()), form.text("attempt"), form.outcome(),
        form.text("note"), user.id());
  }
}
