package io.remit.process.steps;

import io.remit.contact.dispatch.Settlements;
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
  FormStep<Settlements.Settled> recordSettlement(Settlements settlements, Forms forms) {
    return forms.ofCase(Settlements.Settled.class, settlements::record);
  }
}
