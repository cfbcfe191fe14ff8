package io.remit.process;

import io.remit.contact.conversation.Conversations;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** The number is not the debtor's: it is not called again. */
@Component
class MarkNumberWrong implements JavaDelegate {

  private final Conversations conversations;

  MarkNumberWrong(Conversations conversations) {
    this.conversations = conversations;
  }

  @Override
  public void execute(DelegateExecution execution) {
    conversations.numberIsWrong(CaseModel.caseOf(execution));
  }
}
