package io.remit.process;

import io.remit.contact.conversation.Conversations;
import io.remit.hold.Hold.Reason;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Pauses the case for the reason that was entered with the conversation just before. */
@Component
class RaiseReportedHold implements JavaDelegate {

  private final Conversations conversations;

  RaiseReportedHold(Conversations conversations) {
    this.conversations = conversations;
  }

  @Override
  public void execute(DelegateExecution execution) {
    conversations.raiseHold(CaseModel.caseOf(execution),
        Reason.valueOf(String.valueOf(execution.getVariable(CaseModel.HOLD_REASON))),
        CaseModel.isCalledByCase(execution));
  }
}
