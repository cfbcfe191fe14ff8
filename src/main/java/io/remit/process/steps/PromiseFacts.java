package io.remit.process.steps;

import io.remit.contact.notice.PromiseMessages;
import io.remit.process.CaseModel;
import io.remit.process.ForModels;
import io.remit.promise.Promise;
import io.remit.promise.Promises;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.stereotype.Component;

/** What gateways ask of a promise: {@code ${promiseFacts...}}. */
@ForModels
@Component("promiseFacts")
public class PromiseFacts {

  private final Promises promises;
  private final PromiseMessages messages;

  PromiseFacts(Promises promises, PromiseMessages messages) {
    this.promises = promises;
    this.messages = messages;
  }

  /** Whether a supervisor has yet to decide on it. */
  public boolean needsApproval(DelegateExecution execution) {
    return promiseOf(execution).status() == Promise.Status.PROPOSED;
  }

  /** Whether it was confirmed before: so it is when it runs again. */
  public boolean isConfirmed(DelegateExecution execution) {
    return messages.isConfirmed(CaseModel.matterOf(execution).number());
  }

  /** Whether the debtor agreed to a reminder, and the time for it is still to come. */
  public boolean reminderWanted(DelegateExecution execution) {
    return messages.reminderAhead(CaseModel.matterOf(execution).number());
  }

  private Promise promiseOf(DelegateExecution execution) {
    return promises.get(CaseModel.matterOf(execution).number());
  }
}
