package io.remit.process;

import io.remit.plan.PlanEntry;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.stereotype.Component;

/** Takes the decision of another person on a plan. */
@Component
class RecordPlanDecision implements TaskListener {

  private final PlanEntry plans;
  private final CurrentUser user;

  RecordPlanDecision(PlanEntry plans, CurrentUser user) {
    this.plans = plans;
    this.user = user;
  }

  @Override
  public void notify(DelegateTask task) {
    SubmittedForm form = SubmittedForm.takenFrom(task, user.id());
    plans.decide(CaseModel.matterOf(task.getExecution()), form.outcome(), form.text("note"), user.id());
  }
}
