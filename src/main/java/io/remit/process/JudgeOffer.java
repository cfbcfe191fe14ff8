package io.remit.process;

import io.remit.offer.Offers;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** The day of an offer is over: finds out what was paid, and tells the gateway behind it. */
@Component
class JudgeOffer implements JavaDelegate {

  private final Offers offers;

  JudgeOffer(Offers offers) {
    this.offers = offers;
  }

  @Override
  public void execute(DelegateExecution execution) {
    CaseModel.setForNow(execution, CaseModel.RESULT, offers.judge(CaseModel.matterOf(execution)));
  }
}
