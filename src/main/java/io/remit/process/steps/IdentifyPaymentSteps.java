package io.remit.process.steps;

import io.remit.approval.Proposals;
import io.remit.approval.SecondDecision;
import io.remit.payment.IdentifiedPayment;
import io.remit.payment.PaymentDecisions;
import io.remit.payment.UnidentifiedPayments;
import io.remit.process.CaseModel;
import io.remit.process.ForModels;
import io.remit.process.task.FormStep;
import io.remit.process.task.Forms;
import io.remit.process.task.TaskBar;
import io.remit.process.task.TaskViews;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What {@code identify-payment.bpmn} does, in the order of the drawing. */
@ForModels
@Configuration(proxyBeanMethods = false)
class IdentifyPaymentSteps {

  /** Gives a new task its view of the payment that it is about. */
  @Bean
  TaskListener preparePayment() {
    return task -> TaskViews.give(task, TaskViews.PAYMENT_VIEW);
  }

  /** Takes what a supervisor found out about a payment. */
  @Bean
  FormStep<IdentifiedPayment> recordIdentification(PaymentDecisions payments, Forms forms) {
    return forms.ofKey(IdentifiedPayment.class, payments::record);
  }

  /** Takes what another person decided on what was found out about a payment. */
  @Bean
  FormStep<SecondDecision> recordPostingApproval(PaymentDecisions payments, Forms forms) {
    return forms.ofKey(SecondDecision.class, payments::approve);
  }

  /** Who delivered the payment does not say what it is for. */
  @Bean
  TaskBar paymentBar(UnidentifiedPayments payments) {
    return new TaskBar(CaseModel.PAYMENT_TASK, (task, userId) ->
        payments.mayDecide(task.getExecution().getProcessBusinessKey(), TaskBar.FIELD, userId));
  }

  /** Who said what the payment is for does not approve it. */
  @Bean
  TaskBar postingBar(Proposals proposals) {
    return new TaskBar(CaseModel.APPROVE_POSTING_TASK, (task, userId) ->
        proposals.mayDecide(task.getExecution().getProcessBusinessKey(), TaskBar.FIELD, userId));
  }
}
