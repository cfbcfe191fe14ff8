package io.remit.process;

import io.remit.cases.MatterKey;
import io.remit.promise.Promises;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.stereotype.Component;

/** Takes a supervisor's decision on a promise that needs one. */
@Component
class RecordPromiseDecision implements TaskListener {

  private final Promises promises;
  private final CurrentUser user;

  RecordPromiseDecision(Promises promises, CurrentUser user) {
    this.promises = promises;
    this.user = user;
  }

  @Override
  public void notify(DelegateTask task) {
    MatterKey promise = CaseModel.matterOf(task.getExecution());
    SubmittedForm form = SubmittedForm.takenFrom(task, user.id());
    promises.decide(promise, form.outcome(), form.text("note"), user.id());
    CaseModel.setForNow(task.getExecution(), CaseModel.RESULT, form.outcome());
  }
}
