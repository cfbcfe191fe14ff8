package io.remit.process;

import io.remit.approval.Proposals;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.stereotype.Component;

/** Takes what another person decided on a change that gives money away or closes a case. */
@Component
class RecordApproval implements TaskListener {

  private final Proposals proposals;
  private final CurrentUser user;

  RecordApproval(Proposals proposals, CurrentUser user) {
    this.proposals = proposals;
    this.user = user;
  }

  @Override
  public void notify(DelegateTask task) {
    SubmittedForm form = SubmittedForm.takenFrom(task, user.id());
    proposals.decide(task.getExecution().getProcessBusinessKey(), form.outcome(), form.text("note"), user.id());
  }
}
