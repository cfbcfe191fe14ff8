package io.remit.process.steps;

import io.remit.contact.dispatch.DeliveryClarification;
import io.remit.process.ForModels;
import io.remit.process.task.FormStep;
import io.remit.process.task.Forms;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What {@code settle-message.bpmn} does, in the order of the drawing. */
@ForModels
@Configuration(proxyBeanMethods = false)
class SettleMessageSteps {

  /** Takes what a supervisor found out about a message in doubt. */
  @Bean
  FormStep<DeliveryClarification.Clarified> recordSettlement(DeliveryClarification clarification, Forms forms) {
    return forms.ofCase(DeliveryClarification.Clarified.class, clarification::record);
  }
}
