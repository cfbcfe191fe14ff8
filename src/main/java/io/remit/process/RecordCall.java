package io.remit.process;

import io.remit.contact.conversation.Conversations;
import io.remit.gate.Channel;
import io.remit.hold.Hold;
import java.util.Optional;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.stereotype.Component;

/** Takes the outcome of a call, as its form has it or as it was reported. */
@Component
class RecordCall implements TaskListener {

  private final Conversations conversations;
  private final OneCollectorPerDebtor oneCollector;
  private final ReportsUnderWay reports;
  private final CurrentUser user;

  RecordCall(Conversations conversations, OneCollectorPerDebtor oneCollector, ReportsUnderWay reports,
      CurrentUser user) {
    this.conversations = conversations;
    this.oneCollector = oneCollector;
    this.reports = reports;
    this.user = user;
  }

  @Override
  public void notify(DelegateTask task) {
    Optional<Hold.Reason> reason = conversations.record(CaseModel.caseOf(task.getExecution()),
        reports.currentOr(() -> {
          oneCollector.mayWork(task, user.id());
          return ConversationForm.read(task, Channel.CALL, user.id());
        }));
    reason.ifPresent(given -> CaseModel.setForNow(task.getExecution(), CaseModel.HOLD_REASON, given.name()));
  }
}
