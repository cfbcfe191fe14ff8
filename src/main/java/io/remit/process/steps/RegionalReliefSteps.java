package io.remit.process.steps;

import io.remit.process.ForModels;
import io.remit.region.RegionalRelief;
import io.remit.region.RegionalRule;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What {@code regional-relief.bpmn} does, in the order of the drawing. */
@ForModels
@Configuration(proxyBeanMethods = false)
class RegionalReliefSteps {

  /** Pauses some cases of a region with relief. */
  @Bean
  JavaDelegate pauseRegion(RegionalRelief relief) {
    return execution -> relief.pauseSome(RegionalRule.idIn(execution.getProcessBusinessKey()));
  }

  /** Lets some cases go on whose region has relief no more. */
  @Bean
  JavaDelegate resumeRegion(RegionalRelief relief) {
    return execution -> relief.resumeSome(RegionalRule.idIn(execution.getProcessBusinessKey()));
  }
}
