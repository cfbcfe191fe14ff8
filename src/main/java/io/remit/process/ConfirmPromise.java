package io.remit.process;

import io.remit.contact.notice.PromiseMessages;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Plans the text that confirms a promise; the dispatcher sends it once this is committed. */
@Component
class ConfirmPromise implements JavaDelegate {

  private final PromiseMessages messages;

  ConfirmPromise(PromiseMessages messages) {
    this.messages = messages;
  }

  @Override
  public void execute(DelegateExecution execution) {
    messages.confirm(CaseModel.matterOf(execution).number());
  }
}
