package io.remit.process.steps;

import static io.remit.process.CaseModel.caseOf;

import io.remit.outsourcing.HandOvers;
import io.remit.outsourcing.PlacementDecisions;
import io.remit.outsourcing.PlacementReturns;
import io.remit.process.CaseModel;
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
  FormStep<PlacementDecisions.Reviewed> recordPlacementDecision(PlacementDecisions decisions, Forms forms) {
    return forms.ofCase(PlacementDecisions.Reviewed.class, decisions::review);
  }

  /** Hands the case over to its partner, if that may get anything; the gateway behind asks. */
  @Bean
  JavaDelegate writeHandOver(HandOvers handOvers) {
    return execution -> CaseModel.setForNow(execution, CaseModel.RESULT,
        handOvers.handOver(caseOf(execution)) ? "HANDED_OVER" : "REFUSED");
  }

  /** Takes back what was placed with a partner. */
  @Bean
  FormStep<PlacementReturns.Returned> recordPlacementReturn(PlacementReturns returns, Forms forms) {
    return forms.ofCase(PlacementReturns.Returned.class, returns::comeBack);
  }

  /** Who moved the case here before its age does not have it placed. */
  @Bean
  TaskBar placementBar(PlacementDecisions decisions) {
    return new TaskBar("task_approve_placement", (task, userId) ->
        decisions.mayApprove(caseOf(task.getExecution()), TaskBar.FIELD, userId));
  }
}
