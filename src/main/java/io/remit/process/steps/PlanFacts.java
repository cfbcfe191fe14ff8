package io.remit.process.steps;

import io.remit.plan.Plan;
import io.remit.plan.Plan.Status;
import io.remit.plan.Plans;
import io.remit.process.CaseModel;
import io.remit.process.ForModels;
import org.camunda.bpm.engine.delegate.DelegateExecution;
import org.springframework.stereotype.Component;

/** What gateways ask of a plan: {@code ${planFacts...}}. */
@ForModels
@Component("planFacts")
public class PlanFacts {

  private final Plans plans;

  PlanFacts(Plans plans) {
    this.plans = plans;
  }

  /** Whether another person than the proposer has to approve it. */
  public boolean needsApproval(DelegateExecution execution) {
    return planOf(execution).terms().approval();
  }

  /** Whether the debtor accepted it. */
  public boolean isAccepted(DelegateExecution execution) {
    return planOf(execution).status() == Status.IN_FORCE;
  }

  /** Whether it is completed or breached. */
  public boolean isOver(DelegateExecution execution) {
    return !planOf(execution).status().isOpen();
  }

  private Plan planOf(DelegateExecution execution) {
    return plans.get(CaseModel.matterOf(execution));
  }
}
