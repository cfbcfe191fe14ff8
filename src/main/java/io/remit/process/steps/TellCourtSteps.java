package io.remit.process.steps;

import io.remit.legal.CourtTold;
import io.remit.process.ForModels;
import io.remit.process.task.FormStep;
import io.remit.process.task.Forms;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What {@code tell-court.bpmn} does, in the order of the drawing. */
@ForModels
@Configuration(proxyBeanMethods = false)
class TellCourtSteps {

  /** Records what the court was told of a case that changed while it has it. */
  @Bean
  FormStep<CourtTold.Notified> recordCourtTold(CourtTold court, Forms forms) {
    return forms.ofCase(CourtTold.Notified.class, court::told);
  }
}
