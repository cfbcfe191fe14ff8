package io.remit.process;

import io.remit.offer.OfferEntry;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.stereotype.Component;

/** Takes the decision of another person on an offer. */
@Component
class RecordOfferDecision implements TaskListener {

  private final OfferEntry offers;
  private final CurrentUser user;

  RecordOfferDecision(OfferEntry offers, CurrentUser user) {
    this.offers = offers;
    this.user = user;
  }

  @Override
  public void notify(DelegateTask task) {
    SubmittedForm form = SubmittedForm.takenFrom(task, user.id());
    offers.decide(CaseModel.matterOf(task.getExecution()), form.outcome(), form.text("note"), user.id());
    CaseModel.setForNow(task.getExecution(), CaseModel.RESULT, form.outcome());
  }
}
