package io.remit.process.steps;

import io.remit.approval.SecondDecision;
import io.remit.intake.Closings;
import io.remit.process.CaseModel;
import io.remit.process.ForModels;
import io.remit.process.task.FormStep;
import io.remit.process.task.Forms;
import io.remit.process.task.TaskBar;
import io.remit.process.task.TaskViews;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What {@code missing-accounts.bpmn} does, in the order of the drawing. */
@ForModels
@Configuration(proxyBeanMethods = false)
class MissingAccountsSteps {

  /** Gives a new task its view of what a complete file leaves out. */
  @Bean
  TaskListener prepareClosing() {
    return task -> TaskViews.give(task, TaskViews.CLOSING_VIEW);
  }

  /** Takes what a person decided on what a complete file leaves out. */
  @Bean
  FormStep<SecondDecision> recordClosingDecision(Closings closings, Forms forms) {
    return forms.ofKey(SecondDecision.class, closings::decide);
  }

  /** A person agreed: some of the accounts that a complete file leaves out are closed. */
  @Bean
  JavaDelegate closeMissing(Closings closings) {
    return execution -> closings.closeSome(execution.getProcessBusinessKey());
  }

  /** Who sent the file does not decide on what it leaves out. */
  @Bean
  TaskBar closingBar(Closings closings) {
    return new TaskBar(CaseModel.CLOSING_TASK, (task, userId) ->
        closings.mayDecide(task.getExecution().getProcessBusinessKey(), TaskBar.FIELD, userId));
  }
}
