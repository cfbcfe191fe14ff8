package io.remit.process.steps;

import io.remit.outsourcing.change.ChangeFiles;
import io.remit.process.ForModels;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What {@code partner-changes.bpmn} does, in the order of the drawing; a file's reference is its business key. */
@ForModels
@Configuration(proxyBeanMethods = false)
class PartnerChangesSteps {

  /** Brings the file to the partner. */
  @Bean
  JavaDelegate bringChanges(ChangeFiles files) {
    return execution -> files.bring(execution.getProcessBusinessKey());
  }

  /** What the partner did not acknowledge is for an officer. */
  @Bean
  JavaDelegate askForChangesAcknowledged(ChangeFiles files) {
    return execution -> files.askForAnswer(execution.getProcessBusinessKey());
  }
}
