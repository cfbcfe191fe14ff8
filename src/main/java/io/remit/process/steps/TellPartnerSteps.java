package io.remit.process.steps;

import io.remit.outsourcing.PlacementReturns;
import io.remit.process.ForModels;
import io.remit.process.task.FormStep;
import io.remit.process.task.Forms;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What {@code tell-partner.bpmn} does, in the order of the drawing. */
@ForModels
@Configuration(proxyBeanMethods = false)
class TellPartnerSteps {

  /** Records that the partner was told of a case that is not with it any more. */
  @Bean
  FormStep<PlacementReturns.Notified> recordPartnerTold(PlacementReturns placements, Forms forms) {
    return forms.ofCase(PlacementReturns.Notified.class, placements::told);
  }
}
