package io.remit.process;

import io.remit.offer.Offers;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Lets collection go on after an offer. */
@Component
class EndOffer implements JavaDelegate {

  private final Offers offers;
  private final CurrentUser user;

  EndOffer(Offers offers, CurrentUser user) {
    this.offers = offers;
    this.user = user;
  }

  @Override
  public void execute(DelegateExecution execution) {
    offers.release(CaseModel.matterOf(execution), user.id());
  }
}
