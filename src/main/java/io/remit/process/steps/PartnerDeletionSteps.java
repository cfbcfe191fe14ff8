package io.remit.process.steps;

import io.remit.outsourcing.deletion.DeletionProofs;
import io.remit.process.ForModels;
import io.remit.process.task.FormStep;
import io.remit.process.task.Forms;
import io.remit.process.task.TaskViews;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What {@code partner-deletion.bpmn} does, in the order of the drawing. */
@ForModels
@Configuration(proxyBeanMethods = false)
class PartnerDeletionSteps {

  /** Gives the task of a partner's people its view: they had the case, and see no more of it than its number. */
  @Bean
  TaskListener prepareDeletion() {
    return task -> TaskViews.give(task, TaskViews.CASE_VIEW);
  }

  /** Takes the confirmation of a partner's person. */
  @Bean
  FormStep<DeletionProofs.Entered> recordDeletion(DeletionProofs proofs, Forms forms) {
    return forms.ofMatter(DeletionProofs.Entered.class, proofs::confirmedByPartner);
  }
}
