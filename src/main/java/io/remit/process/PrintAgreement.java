package io.remit.process;

import io.remit.plan.Plans;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.stereotype.Component;

/** Prints the agreement on a plan. */
@Component
class PrintAgreement implements JavaDelegate {

  private final Plans plans;

  PrintAgreement(Plans plans) {
    this.plans = plans;
  }

  @Override
  public void execute(DelegateExecution execution) {
    plans.print(CaseModel.matterOf(execution));
  }
}
