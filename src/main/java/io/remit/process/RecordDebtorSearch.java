package io.remit.process;

import io.remit.contact.treatment.DebtorSearch;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.stereotype.Component;

/** Takes what a supervisor found of a debtor who can be reached in no way. */
@Component
class RecordDebtorSearch implements TaskListener {

  private final DebtorSearch search;
  private final CurrentUser user;

  RecordDebtorSearch(DebtorSearch search, CurrentUser user) {
    this.search = search;
    this.user = user;
  }

  @Override
  public void notify(DelegateTask task) {
    SubmittedForm form = SubmittedForm.takenFrom(task, user.id());
    search.record(CaseModel.matterOf(task.getExecution()), form.outcome(), form.text("number"), form.text("nextLook"),
        form.text("note"), user.id());
  }
}
