package io.remit.process.steps;

import static io.remit.process.CaseModel.caseOf;

import io.remit.legal.FirmWork;
import io.remit.legal.firm.FirmNotices;
import io.remit.process.ForModels;
import io.remit.process.task.FormStep;
import io.remit.process.task.Forms;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What {@code firm-case.bpmn} and {@code tell-firm.bpmn} do, in the order of the drawings. */
@ForModels
@Configuration(proxyBeanMethods = false)
class FirmCaseSteps {

  /** Takes what a law firm's person records of a suit. */
  @Bean
  FormStep<FirmWork.Reported> recordFirmStep(FirmWork work, Forms forms) {
    return forms.ofCase(FirmWork.Reported.class, work::report);
  }

  /** Takes what a law firm's person records of the enforcement of a judgment. */
  @Bean
  FormStep<FirmWork.Enforced> recordFirmEnforcement(FirmWork work, Forms forms) {
    return forms.ofCase(FirmWork.Enforced.class, work::enforce);
  }

  /** Brings a law firm what it is told of a suit. */
  @Bean
  JavaDelegate tellFirm(FirmNotices notices) {
    return execution -> notices.bring(caseOf(execution));
  }
}
