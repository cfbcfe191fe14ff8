package io.remit.process.steps;

import static io.remit.process.PartnerBusinessKey.applicationIn;

import io.remit.partner.PartnerApplications;
import io.remit.process.ForModels;
import io.remit.process.task.FormStep;
import io.remit.process.task.Forms;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What {@code partner-application.bpmn} does, in the order of the drawing. */
@ForModels
@Configuration(proxyBeanMethods = false)
class PartnerApplicationSteps {

  /** Keeps what the first person thinks of an application. */
  @Bean
  FormStep<PartnerApplications.Reviewed> recordApplicationReview(PartnerApplications applications, Forms forms) {
    return forms.ofKey(PartnerApplications.Reviewed.class,
        (key, form, by) -> applications.review(applicationIn(key), form, by));
  }

  /** The applicant knows what became of the application. */
  @Bean
  FormStep<PartnerApplications.Told> recordApplicantTold(PartnerApplications applications, Forms forms) {
    return forms.ofKey(PartnerApplications.Told.class,
        (key, form, by) -> applications.told(applicationIn(key), form));
  }
}
