package io.remit.process.steps;

import static io.remit.process.PartnerBusinessKey.partnerIn;
import static io.remit.process.PartnerBusinessKey.partnerOf;

import io.remit.approval.SecondDecision;
import io.remit.outsourcing.recall.MandateEnds;
import io.remit.process.CaseModel;
import io.remit.process.CurrentUser;
import io.remit.process.ForModels;
import io.remit.process.task.FormStep;
import io.remit.process.task.Forms;
import io.remit.process.task.TaskBar;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What {@code mandate-end.bpmn} does, in the order of the drawing. */
@ForModels
@Configuration(proxyBeanMethods = false)
class MandateEndSteps {

  /** Takes what another person decided on the end of a mandate. */
  @Bean
  FormStep<SecondDecision> recordMandateEnd(MandateEnds mandates, Forms forms) {
    return forms.ofKey(SecondDecision.class, (key, form, by) -> mandates.decide(partnerIn(key), form, by));
  }

  /** Has all cases of the partner come back. */
  @Bean
  JavaDelegate recallAllCases(MandateEnds mandates, CurrentUser user) {
    return execution -> mandates.carryOut(partnerOf(execution), user.id());
  }

  /** Who proposed the end of a mandate does not approve it. */
  @Bean
  TaskBar mandateEndBar(MandateEnds mandates) {
    return new TaskBar(CaseModel.MANDATE_TASK, (task, userId) ->
        mandates.mayDecide(partnerOf(task.getExecution()), TaskBar.FIELD, userId));
  }
}
