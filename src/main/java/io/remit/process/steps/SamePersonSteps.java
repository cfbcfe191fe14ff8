package io.remit.process.steps;

import io.remit.person.SharedContacts;
import io.remit.process.ForModels;
import io.remit.process.task.FormStep;
import io.remit.process.task.Forms;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What {@code same-person.bpmn} does, in the order of the drawing. */
@ForModels
@Configuration(proxyBeanMethods = false)
class SamePersonSteps {

  /** Takes a supervisor's decision whether debtor ids are one person. */
  @Bean
  FormStep<SharedContacts.Decided> recordSamePerson(SharedContacts shared, Forms forms) {
    return forms.ofCase(SharedContacts.Decided.class, shared::decide);
  }
}
