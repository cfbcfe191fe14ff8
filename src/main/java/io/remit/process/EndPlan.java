package io.remit.process;

import io.remit.plan.Plans;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Lets collection go on after a plan. */
@Component
class EndPlan implements JavaDelegate {

  private final Plans plans;
  private final CurrentUser user;

  EndPlan(Plans plans, CurrentUser user) {
    this.plans = plans;
    this.user = user;
  }

  @Override
  public void execute(DelegateExecution execution) {
    plans.release(CaseModel.matterOf(execution), user.id());
  }
}
