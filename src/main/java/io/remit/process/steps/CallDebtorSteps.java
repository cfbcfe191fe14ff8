package io.remit.process.steps;

import static io.remit.process.CaseModel.caseOf;

import io.remit.cases.Channel;
import io.remit.contact.conversation.ContactResult;
import io.remit.contact.conversation.WaysToDebtor;
import io.remit.process.CurrentUser;
import io.remit.process.ForModels;
import io.remit.process.task.ConversationSteps;
import io.remit.process.task.FormStep;
import io.remit.process.task.OneCollectorPerDebtor;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What {@code call-debtor.bpmn} does, in the order of the drawing. */
@ForModels
@Configuration(proxyBeanMethods = false)
class CallDebtorSteps {

  /** Takes the outcome of a call, as its form has it or as it was reported. */
  @Bean
  FormStep<ContactResult> recordCall(ConversationSteps conversations, OneCollectorPerDebtor oneCollector,
      CurrentUser user) {
    return conversations.taken(Channel.CALL, task -> oneCollector.mayWork(task, user.id()));
  }

  /** The number is not the debtor's: it is not called again. */
  @Bean
  JavaDelegate markNumberWrong(WaysToDebtor ways) {
    return execution -> ways.numberIsWrong(caseOf(execution));
  }
}
