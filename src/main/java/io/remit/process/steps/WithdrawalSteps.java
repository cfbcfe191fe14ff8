package io.remit.process.steps;

import static io.remit.process.CaseModel.matterOf;

import io.remit.approval.Withdrawals;
import io.remit.process.CurrentUser;
import io.remit.process.ForModels;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What {@code withdrawal.bpmn} does, in the order of the drawing. */
@ForModels
@Configuration(proxyBeanMethods = false)
class WithdrawalSteps {

  /** Another person approved that the creditor takes the case back: it leaves collection. */
  @Bean
  JavaDelegate withdrawCase(Withdrawals withdrawals, CurrentUser user) {
    return execution -> withdrawals.carryOut(matterOf(execution), user.id());
  }
}
