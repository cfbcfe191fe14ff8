package io.remit.process;

import io.remit.contact.MatterText;
import io.remit.contact.notice.MatterMessages;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Plans the text that confirms a promise; the dispatcher sends it once this is committed. */
@Component
class ConfirmPromise implements JavaDelegate {

  private final MatterMessages messages;

  ConfirmPromise(MatterMessages messages) {
    this.messages = messages;
  }

  @Override
  public void execute(DelegateExecution execution) {
    messages.tell(CaseModel.matterOf(execution), MatterText.PROMISE_CONFIRMATION);
  }
}
