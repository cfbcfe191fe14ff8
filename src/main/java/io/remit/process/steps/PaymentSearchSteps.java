package io.remit.process.steps;

import io.remit.payment.PaymentSearch;
import io.remit.process.ForModels;
import io.remit.process.task.FormStep;
import io.remit.process.task.Forms;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What {@code payment-search.bpmn} does, in the order of the drawing. */
@ForModels
@Configuration(proxyBeanMethods = false)
class PaymentSearchSteps {

  /** Takes what a supervisor found out about a payment that the debtor says they made. */
  @Bean
  FormStep<PaymentSearch.Searched> recordPaymentSearch(PaymentSearch search, Forms forms) {
    return forms.ofCase(PaymentSearch.Searched.class, search::record);
  }
}
