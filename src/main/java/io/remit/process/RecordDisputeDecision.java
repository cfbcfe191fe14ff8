package io.remit.process;

import io.remit.dispute.Disputes;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.stereotype.Component;

/** Takes the supervisor's decision on a dispute. */
@Component
class RecordDisputeDecision implements TaskListener {

  private final Disputes disputes;
  private final CurrentUser user;

  RecordDisputeDecision(Disputes disputes, CurrentUser user) {
    this.disputes = disputes;
    this.user = user;
  }

  @Override
  public void notify(DelegateTask task) {
    SubmittedForm form = SubmittedForm.takenFrom(task, user.id());
    disputes.decide(CaseModel.matterOf(task.getExecution()), new Disputes.Decided(form.outcome(),
        form.text("accountNumber"), form.text("correctedAmount"), form.text("reason"), form.text("moreTimeUntil"),
        form.text("note")), user.id());
  }
}
