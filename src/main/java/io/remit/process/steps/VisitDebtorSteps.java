package io.remit.process.steps;

import io.remit.process.ForModels;
import io.remit.process.task.ConversationSteps;
import io.remit.process.task.FormStep;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What {@code visit-debtor.bpmn} does, in the order of the drawing. */
@ForModels
@Configuration(proxyBeanMethods = false)
class VisitDebtorSteps {

  /** Takes the findings of a visit, as its form has them or as they were reported. */
  @Bean
  FormStep<ConversationSteps.VisitForm> recordVisit(ConversationSteps conversations) {
    return conversations.takenFromVisit();
  }
}
