package io.remit.process;

import io.remit.plan.Plans;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Tells the debtor that his plan ended. */
@Component
class TellPlanEnd implements JavaDelegate {

  private final Plans plans;

  TellPlanEnd(Plans plans) {
    this.plans = plans;
  }

  @Override
  public void execute(DelegateExecution execution) {
    plans.tellEnd(CaseModel.matterOf(execution));
  }
}
