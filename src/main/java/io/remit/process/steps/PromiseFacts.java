package io.remit.process.steps;

import io.remit.contact.ContactAttempts;
import io.remit.contact.MatterText;
import io.remit.contact.notice.PromiseReminder;
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
  private final ContactAttempts attempts;
  private final PromiseReminder reminder;

  PromiseFacts(Promises promises, ContactAttempts attempts, PromiseReminder reminder) {
    this.promises = promises;
    this.attempts = attempts;
    this.reminder = reminder;
  }

  /** Whether a supervisor has yet to decide on it. */
  public boolean needsApproval(DelegateExecution execution) {
    return promiseOf(execution).status() == Promise.Status.PROPOSED;
  }

  /** Whether it was confirmed before: so it is when it runs again. */
  public boolean isConfirmed(DelegateExecution execution) {
    return attempts.wasPlannedAbout(CaseModel.matterOf(execution), MatterText.PROMISE_CONFIRMATION.templates());
  }

  /** Whether the debtor agreed to a reminder, and the time for it is still to come. */
  public boolean reminderWanted(DelegateExecution execution) {
    return reminder.isAhead(CaseModel.matterOf(execution).number());
  }

  private Promise promiseOf(DelegateExecution execution) {
    return promises.get(CaseModel.matterOf(execution).number());
  }
}
