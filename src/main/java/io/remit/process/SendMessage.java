package io.remit.process;

import io.remit.contact.Messages;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Sends the message that the treatment decision planned. */
@Component
class SendMessage implements JavaDelegate {

  private final Messages messages;

  SendMessage(Messages messages) {
    this.messages = messages;
  }

  @Override
  public void execute(DelegateExecution execution) {
    messages.sendPlanned(execution.getProcessBusinessKey());
  }
}
