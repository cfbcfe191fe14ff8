package io.remit.process.steps;

import io.remit.legal.CourtCases;
import io.remit.process.ForModels;
import io.remit.process.task.FormStep;
import io.remit.process.task.Forms;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What {@code tell-court.bpmn} does, in the order of the drawing. */
@ForModels
@Configuration(proxyBeanMethods = false)
class TellCourtSteps {

  /** Records that the court was told of a case that is not with it any more. */
  @Bean
  FormStep<CourtCases.Notified> recordCourtTold(CourtCases courtCases, Forms forms) {
    return forms.ofCase(CourtCases.Notified.class, courtCases::told);
  }
}
