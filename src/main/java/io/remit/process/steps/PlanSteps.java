package io.remit.process.steps;

import static io.remit.process.CaseModel.matterOf;
import static io.remit.process.CaseModel.setForNow;

import io.remit.approval.SecondDecision;
import io.remit.plan.PlanEntry;
import io.remit.plan.PlanOffering;
import io.remit.plan.PlanReview;
import io.remit.plan.Plans;
import io.remit.process.CaseModel;
import io.remit.process.CurrentUser;
import io.remit.process.ForModels;
import io.remit.process.task.FormStep;
import io.remit.process.task.Forms;
import io.remit.process.task.TaskBar;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What {@code plan.bpmn} does, in the order of the drawing. */
@ForModels
@Configuration(proxyBeanMethods = false)
class PlanSteps {

  /** Takes the decision of another person on a plan. */
  @Bean
  FormStep<SecondDecision> recordPlanDecision(PlanEntry plans, Forms forms) {
    return forms.ofMatter(SecondDecision.class, plans::decide);
  }

  /** Prints the agreement on a plan. */
  @Bean
  JavaDelegate printAgreement(PlanOffering plans) {
    return execution -> plans.print(matterOf(execution));
  }

  /** Offers a plan to the debtor. */
  @Bean
  JavaDelegate offerPlan(PlanOffering plans) {
    return execution -> plans.offer(matterOf(execution));
  }

  /** Takes what the debtor said to a plan. */
  @Bean
  FormStep<PlanEntry.Answered> recordPlanAnswer(PlanEntry plans, Forms forms) {
    return forms.ofMatter(PlanEntry.Answered.class, plans::answer);
  }

  /** The debtor did not answer to a plan in time. */
  @Bean
  JavaDelegate lapsePlan(PlanOffering plans) {
    return execution -> plans.lapse(matterOf(execution));
  }

  /** Pauses collection for a plan that the debtor accepted. */
  @Bean
  JavaDelegate beginPlan(Plans plans, CurrentUser user) {
    return execution -> plans.begin(matterOf(execution), user.id());
  }

  /** An instalment was due: finds out what was paid, and tells the gateways behind it. */
  @Bean
  JavaDelegate judgePlan(PlanReview plans) {
    return execution -> setForNow(execution, CaseModel.RESULT, plans.judge(matterOf(execution)));
  }

  /** Lets collection go on after a plan. */
  @Bean
  JavaDelegate endPlan(Plans plans, CurrentUser user) {
    return execution -> plans.release(matterOf(execution), user.id());
  }

  /** Tells the debtor that the plan ended. */
  @Bean
  JavaDelegate tellPlanEnd(PlanOffering plans) {
    return execution -> plans.tellEnd(matterOf(execution));
  }

  /** Who proposed the plan does not decide on it. */
  @Bean
  TaskBar planBar(PlanEntry plans) {
    return new TaskBar("task_approve_plan", (task, userId) ->
        plans.mayDecide(matterOf(task.getExecution()), TaskBar.FIELD, userId));
  }
}
