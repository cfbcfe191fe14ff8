package io.remit.process.steps;

import static io.remit.process.CaseModel.caseOf;

import io.remit.outsourcing.Placements;
import io.remit.process.ForModels;
import io.remit.process.task.FormStep;
import io.remit.process.task.Forms;
import io.remit.process.task.TaskBar;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What {@code placement.bpmn} does, in the order of the drawing. */
@ForModels
@Configuration(proxyBeanMethods = false)
class PlacementSteps {

  /** Takes the outsourcing officer's decision. */
  @Bean
  FormStep<Placements.Reviewed> recordPlacementDecision(Placements placements, Forms forms) {
    return forms.ofCase(Placements.Reviewed.class, placements::review);
  }

  /** Hands the case over to its partner. */
  @Bean
  JavaDelegate writeHandOver(Placements placements) {
    return execution -> placements.handOver(caseOf(execution));
  }

  /** Takes back what was placed with a partner. */
  @Bean
  FormStep<Placements.Returned> recordPlacementReturn(Placements placements, Forms forms) {
    return forms.ofCase(Placements.Returned.class, placements::comeBack);
  }

  /** Who moved the case here before its age does not have it placed. */
  @Bean
  TaskBar placementBar(Placements placements) {
    return new TaskBar("task_approve_placement", (task, userId) ->
        placements.mayApprove(caseOf(task.getExecution()), TaskBar.FIELD, userId));
  }
}
