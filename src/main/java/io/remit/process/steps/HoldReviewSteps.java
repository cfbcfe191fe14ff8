package io.remit.process.steps;

import io.remit.hold.HoldEntry;
import io.remit.process.ForModels;
import io.remit.process.task.FormStep;
import io.remit.process.task.Forms;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What {@code hold-review.bpmn} does, in the order of the drawing. */
@ForModels
@Configuration(proxyBeanMethods = false)
class HoldReviewSteps {

  /** Takes the supervisor's decision on a hold. */
  @Bean
  FormStep<HoldEntry.Decided> recordHoldDecision(HoldEntry holds, Forms forms) {
    return forms.ofMatter(HoldEntry.Decided.class, holds::decide);
  }
}
