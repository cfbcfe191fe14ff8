package io.remit.process.steps;

import io.remit.books.Differences;
import io.remit.process.ForModels;
import io.remit.process.task.FormStep;
import io.remit.process.task.Forms;
import io.remit.process.task.TaskViews;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What {@code statement-difference.bpmn} does, in the order of the drawing. */
@ForModels
@Configuration(proxyBeanMethods = false)
class StatementDifferenceSteps {

  /** Gives a new task its view of the difference that it is about. */
  @Bean
  TaskListener prepareDifference() {
    return task -> TaskViews.give(task, TaskViews.DIFFERENCE_VIEW);
  }

  /** Takes what a supervisor found out about a difference between the creditor's books and ours. */
  @Bean
  FormStep<Differences.Decided> recordDifference(Differences differences, Forms forms) {
    return forms.ofKey(Differences.Decided.class, differences::decide);
  }
}
