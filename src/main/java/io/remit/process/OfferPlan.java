package io.remit.process;

import io.remit.plan.Plans;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Offers a plan to the debtor. */
@Component
class OfferPlan implements JavaDelegate {

  private final Plans plans;

  OfferPlan(Plans plans) {
    this.plans = plans;
  }

  @Override
  public void execute(DelegateExecution execution) {
    plans.offer(CaseModel.matterOf(execution));
  }
}
