package io.remit.process;

import io.remit.plan.PlanEntry;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.stereotype.Component;

/** Takes what the debtor said to a plan. */
@Component
class RecordPlanAnswer implements TaskListener {

  private final PlanEntry plans;
  private final CurrentUser user;

  RecordPlanAnswer(PlanEntry plans, CurrentUser user) {
    this.plans = plans;
    this.user = user;
  }

  @Override
  public void notify(DelegateTask task) {
    SubmittedForm form = SubmittedForm.takenFrom(task, user.id());
    plans.answer(CaseModel.matterOf(task.getExecution()), form.outcome(), form.text("acceptedHow"),
        form.text("acceptedOn"), user.id());
  }
}
