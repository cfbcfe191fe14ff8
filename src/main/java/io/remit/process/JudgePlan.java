package io.remit.process;

import io.remit.plan.Plans;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** An instalment was due: finds out what was paid, and tells the gateways behind it. */
@Component
class JudgePlan implements JavaDelegate {

  private final Plans plans;

  JudgePlan(Plans plans) {
    this.plans = plans;
  }

  @Override
  public void execute(DelegateExecution execution) {
    CaseModel.setForNow(execution, CaseModel.RESULT, plans.judge(CaseModel.matterOf(execution)));
  }
}
