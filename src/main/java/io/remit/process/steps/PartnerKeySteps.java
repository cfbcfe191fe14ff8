package io.remit.process.steps;

import static io.remit.process.PartnerBusinessKey.partnerIn;
import static io.remit.process.PartnerBusinessKey.partnerOf;

import io.remit.partner.PartnerKeys;
import io.remit.process.CaseModel;
import io.remit.process.ForModels;
import io.remit.process.task.FormStep;
import io.remit.process.task.Forms;
import io.remit.process.task.TaskBar;
import io.remit.process.task.TaskViews;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What {@code partner-key.bpmn} does, in the order of the drawing. */
@ForModels
@Configuration(proxyBeanMethods = false)
class PartnerKeySteps {

  /** Gives a new task its view of the partner, or of the application, that it is about. */
  @Bean
  TaskListener preparePartner() {
    return task -> TaskViews.give(task, TaskViews.PARTNER_VIEW);
  }

  /** Takes what a second person found out of a partner's key. */
  @Bean
  FormStep<PartnerKeys.Decided> recordKey(PartnerKeys keys, Forms forms) {
    return forms.ofKey(PartnerKeys.Decided.class, (key, form, by) -> keys.decide(partnerIn(key), form, by));
  }

  /** Who entered a key does not confirm it. */
  @Bean
  TaskBar keyBar(PartnerKeys keys) {
    return new TaskBar(CaseModel.CONFIRM_KEY_TASK, (task, userId) ->
        keys.mayConfirm(partnerOf(task.getExecution()), TaskBar.FIELD, userId));
  }
}
