package io.remit.process;

import io.remit.plan.Plans;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** The debtor did not answer to a plan in time. */
@Component
class LapsePlan implements JavaDelegate {

  private final Plans plans;

  LapsePlan(Plans plans) {
    this.plans = plans;
  }

  @Override
  public void execute(DelegateExecution execution) {
    plans.lapse(CaseModel.matterOf(execution));
  }
}
