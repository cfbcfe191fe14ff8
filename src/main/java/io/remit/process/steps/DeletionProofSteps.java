package io.remit.process.steps;

import io.remit.outsourcing.deletion.DeletionProofs;
import io.remit.process.ForModels;
import io.remit.process.task.FormStep;
import io.remit.process.task.Forms;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What {@code deletion-proof.bpmn} does, in the order of the drawing. */
@ForModels
@Configuration(proxyBeanMethods = false)
class DeletionProofSteps {

  /** Takes the letter of a partner that an officer records. */
  @Bean
  FormStep<DeletionProofs.Entered> recordDeletionLetter(DeletionProofs proofs, Forms forms) {
    return forms.ofMatter(DeletionProofs.Entered.class, proofs::letterCame);
  }
}
