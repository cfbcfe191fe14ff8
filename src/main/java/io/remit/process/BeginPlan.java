package io.remit.process;

import io.remit.plan.Plans;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Pauses collection for a plan that the debtor accepted. */
@Component
class BeginPlan implements JavaDelegate {

  private final Plans plans;
  private final CurrentUser user;

  BeginPlan(Plans plans, CurrentUser user) {
    this.plans = plans;
    this.user = user;
  }

  @Override
  public void execute(DelegateExecution execution) {
    plans.begin(CaseModel.matterOf(execution), user.id());
  }
}
