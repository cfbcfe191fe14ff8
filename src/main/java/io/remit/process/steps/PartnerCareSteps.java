package io.remit.process.steps;

import static io.remit.process.PartnerBusinessKey.partnerIn;

import io.remit.partner.PartnerCare;
import io.remit.process.ForModels;
import io.remit.process.task.FormStep;
import io.remit.process.task.Forms;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What {@code partner-care.bpmn} does, in the order of the drawing. */
@ForModels
@Configuration(proxyBeanMethods = false)
class PartnerCareSteps {

  /** Keeps how a partner was found to work. */
  @Bean
  FormStep<PartnerCare.Evaluated> recordEvaluation(PartnerCare care, Forms forms) {
    return forms.ofKey(PartnerCare.Evaluated.class, (key, form, by) -> care.evaluate(partnerIn(key), form, by));
  }

  /** Takes the new end of a partner's licence. */
  @Bean
  FormStep<PartnerCare.Answered> recordLicence(PartnerCare care, Forms forms) {
    return forms.ofKey(PartnerCare.Answered.class, (key, form, by) -> care.renewLicence(partnerIn(key), form, by));
  }
}
