package io.remit.process.steps;

import io.remit.eventlog.CaseProofs;
import io.remit.process.ForModels;
import io.remit.process.task.FormStep;
import io.remit.process.task.Forms;
import io.remit.process.task.TaskViews;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What {@code case-proof.bpmn} does, in the order of the drawing. */
@ForModels
@Configuration(proxyBeanMethods = false)
class CaseProofSteps {

  /** Gives a new task its view of what is not right about a case. */
  @Bean
  TaskListener prepareProof() {
    return task -> TaskViews.give(task, TaskViews.PROOF_VIEW);
  }

  /** Takes what an operator says of a case that was not right. */
  @Bean
  FormStep<CaseProofs.Decided> recordProof(CaseProofs proofs, Forms forms) {
    return forms.ofKey(CaseProofs.Decided.class, proofs::decide);
  }
}
