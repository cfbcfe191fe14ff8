package io.remit.process.steps;

import static io.remit.process.PartnerBusinessKey.partnerIn;
import static io.remit.process.PartnerBusinessKey.partnerOf;

import io.remit.outsourcing.proposal.ProposedBatches;
import io.remit.process.CaseModel;
import io.remit.process.ForModels;
import io.remit.process.task.FormStep;
import io.remit.process.task.Forms;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What {@code placement-batch.bpmn} does, in the order of the drawing. */
@ForModels
@Configuration(proxyBeanMethods = false)
class PlacementBatchSteps {

  /** Puts together what is proposed for a partner; the gateway behind asks whether there is anything. */
  @Bean
  JavaDelegate composeBatch(ProposedBatches batches) {
    return execution -> CaseModel.setForNow(execution, CaseModel.RESULT,
        batches.compose(partnerOf(execution)) ? "COMPOSED" : "NOTHING");
  }

  /** Takes the outsourcing officer's decision on all of them. */
  @Bean
  FormStep<ProposedBatches.Decided> recordBatchDecision(ProposedBatches batches, Forms forms) {
    return forms.ofKey(ProposedBatches.Decided.class, (key, form, by) -> batches.decide(partnerIn(key), form, by));
  }

  /** Approves each case of it. */
  @Bean
  JavaDelegate approveEach(ProposedBatches batches) {
    return execution -> batches.approveEach(partnerOf(execution));
  }
}
