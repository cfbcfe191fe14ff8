package io.remit.process;

import io.remit.contact.conversation.Conversations;
import io.remit.gate.Channel;
import io.remit.hold.Hold;
import java.util.Optional;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.stereotype.Component;

/** Takes the findings of a visit, as its form has them or as they were reported. */
@Component
class RecordVisit implements TaskListener {

  private final Conversations conversations;
  private final ReportsUnderWay reports;
  private final CurrentUser user;

  RecordVisit(Conversations conversations, ReportsUnderWay reports, CurrentUser user) {
    this.conversations = conversations;
    this.reports = reports;
    this.user = user;
  }

  @Override
  public void notify(DelegateTask task) {
    Optional<Hold.Reason> reason = conversations.record(CaseModel.caseOf(task.getExecution()),
        reports.currentOr(() -> ConversationForm.read(task, Channel.VISIT, user.id())));
    reason.ifPresent(given -> CaseModel.setForNow(task.getExecution(), CaseModel.HOLD_REASON, given.name()));
  }
}
