package io.remit.process;

import io.remit.contact.conversation.Conversations;
import io.remit.hold.Hold.Reason;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Puts the case on hold for the {@code reason} that the model says; the error end event behind it leads there. */
@Component
class RaiseHold implements JavaDelegate {

  private final Conversations conversations;

  RaiseHold(Conversations conversations) {
    this.conversations = conversations;
  }

  @Override
  public void execute(DelegateExecution execution) {
    Reason reason = Reason.valueOf(String.valueOf(execution.getVariable("reason")));
    conversations.raiseHold(CaseModel.caseOf(execution), reason, CaseModel.isCalledByCase(execution));
  }
}
