package io.remit.process.steps;

import static io.remit.process.PartnerBusinessKey.applicationIn;

import io.remit.partner.PartnerApplications;
import io.remit.process.ForModels;
import io.remit.process.task.FormStep;
import io.remit.process.task.Forms;
import io.remit.process.task.TaskBar;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What {@code partner-admission.bpmn} does, in the order of the drawing. */
@ForModels
@Configuration(proxyBeanMethods = false)
class PartnerAdmissionSteps {

  /** Takes what a supervisor decided on an application. */
  @Bean
  FormStep<PartnerApplications.Decided> recordAdmission(PartnerApplications applications, Forms forms) {
    return forms.ofKey(PartnerApplications.Decided.class,
        (key, form, by) -> applications.decide(applicationIn(key), form, by));
  }

  /** Who looked at an application first does not decide on it. */
  @Bean
  TaskBar admissionBar(PartnerApplications applications) {
    return new TaskBar("task_admit_partner", (task, userId) -> applications.mayDecide(
        applicationIn(task.getExecution().getProcessBusinessKey()), TaskBar.FIELD, userId));
  }
}
