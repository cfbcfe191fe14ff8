package io.remit.process.steps;

import io.remit.contact.treatment.DebtorSearch;
import io.remit.process.ForModels;
import io.remit.process.task.FormStep;
import io.remit.process.task.Forms;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What {@code find-debtor.bpmn} does, in the order of the drawing. */
@ForModels
@Configuration(proxyBeanMethods = false)
class FindDebtorSteps {

  /** Takes what a supervisor found of a debtor who can be reached in no way. */
  @Bean
  FormStep<DebtorSearch.Searched> recordDebtorSearch(DebtorSearch search, Forms forms) {
    return forms.ofMatter(DebtorSearch.Searched.class, search::record);
  }
}
