package io.remit.process;

import io.remit.contact.notice.PromiseMessages;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Plans the one reminder that the debtor agreed to; the dispatcher sends it once this is committed. */
@Component
class RemindOfPromise implements JavaDelegate {

  private final PromiseMessages messages;

  RemindOfPromise(PromiseMessages messages) {
    this.messages = messages;
  }

  @Override
  public void execute(DelegateExecution execution) {
    messages.remind(CaseModel.matterOf(execution).number());
  }
}
