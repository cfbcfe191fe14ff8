package io.remit.process;

import io.remit.intake.Closings;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.stereotype.Component;

/** Takes what a person decided on what a complete file leaves out. */
@Component
class RecordClosingDecision implements TaskListener {

  private final Closings closings;
  private final CurrentUser user;

  RecordClosingDecision(Closings closings, CurrentUser user) {
    this.closings = closings;
    this.user = user;
  }

  @Override
  public void notify(DelegateTask task) {
    SubmittedForm form = SubmittedForm.takenFrom(task, user.id());
    closings.decide(task.getExecution().getProcessBusinessKey(), form.outcome(), form.text("note"), user.id());
  }
}
