package io.remit.process;

import io.remit.person.SharedContacts;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.stereotype.Component;

/** Takes a supervisor's decision whether debtor ids are one person. */
@Component
class RecordSamePerson implements TaskListener {

  private final SharedContacts shared;
  private final CurrentUser user;

  RecordSamePerson(SharedContacts shared, CurrentUser user) {
    this.shared = shared;
    this.user = user;
  }

  @Override
  public void notify(DelegateTask task) {
    SubmittedForm form = SubmittedForm.takenFrom(task, user.id());
    shared.decide(CaseModel.caseOf(task.getExecution()), form.outcome(), form.text("note"), user.id());
  }
}
