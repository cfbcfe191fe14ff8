package io.remit.process.steps;

import io.remit.outsourcing.PlacementChanges;
import io.remit.outsourcing.recall.MandateEnds;
import io.remit.process.ForModels;
import io.remit.process.task.FormStep;
import io.remit.process.task.Forms;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What {@code tell-partner.bpmn} does, in the order of the drawing. */
@ForModels
@Configuration(proxyBeanMethods = false)
class TellPartnerSteps {

  /** Records what the partner was told of a case that changed while it has it, or was taken back. */
  @Bean
  FormStep<PlacementChanges.Notified> recordPartnerTold(MandateEnds mandates, Forms forms) {
    return forms.ofCase(PlacementChanges.Notified.class, mandates::told);
  }
}
