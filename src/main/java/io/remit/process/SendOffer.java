package io.remit.process;

import io.remit.offer.Offers;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Sends an offer, which binds us from then on. */
@Component
class SendOffer implements JavaDelegate {

  private final Offers offers;
  private final CurrentUser user;

  SendOffer(Offers offers, CurrentUser user) {
    this.offers = offers;
    this.user = user;
  }

  @Override
  public void execute(DelegateExecution execution) {
    offers.send(CaseModel.matterOf(execution), user.id());
  }
}
