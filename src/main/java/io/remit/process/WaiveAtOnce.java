package io.remit.process;

import io.remit.offer.Offers;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Waives what no condition stands for, and tells the gateway behind it. */
@Component
class WaiveAtOnce implements JavaDelegate {

  private final Offers offers;

  WaiveAtOnce(Offers offers) {
    this.offers = offers;
  }

  @Override
  public void execute(DelegateExecution execution) {
    CaseModel.setForNow(execution, CaseModel.RESULT, offers.waiveAtOnce(CaseModel.matterOf(execution)));
  }
}
