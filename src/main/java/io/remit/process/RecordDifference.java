package io.remit.process;

import io.remit.books.Differences;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.stereotype.Component;

/** Takes what a supervisor found out about a difference between the creditor's books and ours. */
@Component
class RecordDifference implements TaskListener {

  private final Differences differences;
  private final CurrentUser user;

  RecordDifference(Differences differences, CurrentUser user) {
    this.differences = differences;
    this.user = user;
  }

  @Override
  public void notify(DelegateTask task) {
    SubmittedForm form = SubmittedForm.takenFrom(task, user.id());
    differences.decide(task.getExecution().getProcessBusinessKey(), form.outcome(), form.text("note"), user.id());
  }
}
