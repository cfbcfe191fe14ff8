package io.remit.process.steps;

import io.remit.division.Divisions;
import io.remit.process.AbsenceKey;
import io.remit.process.ForModels;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What {@code absence.bpmn} does, in the order of the drawing. */
@ForModels
@Configuration(proxyBeanMethods = false)
class AbsenceSteps {

  /** A collector's absence has begun: others work their cases. */
  @Bean
  JavaDelegate divideCasesAnew(Divisions divisions) {
    return execution -> divisions.absenceBegins(AbsenceKey.of(execution));
  }
}
