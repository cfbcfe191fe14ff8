package io.remit.process.steps;

import static io.remit.process.CaseModel.caseOf;

import io.remit.outsourcing.PartnerWork;
import io.remit.process.CurrentUser;
import io.remit.process.ForModels;
import io.remit.process.task.FormStep;
import io.remit.process.task.Forms;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What {@code partner-case.bpmn} does, in the order of the drawing. */
@ForModels
@Configuration(proxyBeanMethods = false)
class PartnerCaseSteps {

  /** Takes what a partner's person did in a case that was placed with the partner. */
  @Bean
  FormStep<PartnerWork.Worked> recordPlacedWork(PartnerWork work, Forms forms) {
    return forms.ofCase(PartnerWork.Worked.class, work::take);
  }

  /** Ends the placement of a case that the partner gives back. */
  @Bean
  JavaDelegate giveCaseBack(PartnerWork work, CurrentUser user) {
    return execution -> work.giveBack(caseOf(execution), user.id());
  }
}
