package io.remit.process.steps;

import static io.remit.process.PartnerBusinessKey.partnerIn;

import io.remit.outsourcing.report.MissingReports;
import io.remit.process.ForModels;
import io.remit.process.task.FormStep;
import io.remit.process.task.Forms;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What {@code missing-report.bpmn} does, in the order of the drawing. */
@ForModels
@Configuration(proxyBeanMethods = false)
class MissingReportSteps {

  /** Keeps that an officer asked a partner for its report. */
  @Bean
  FormStep<MissingReports.Asked> recordReportAsked(MissingReports reports, Forms forms) {
    return forms.ofKey(MissingReports.Asked.class, (key, form, by) -> reports.asked(partnerIn(key), form, by));
  }
}
