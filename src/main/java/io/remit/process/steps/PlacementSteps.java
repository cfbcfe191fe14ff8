package io.remit.process.steps;

import static io.remit.process.CaseModel.caseOf;

import io.remit.outsourcing.HandOvers;
import io.remit.outsourcing.NearByOffers;
import io.remit.outsourcing.PartnerSelection;
import io.remit.outsourcing.PlacementDecisions;
import io.remit.outsourcing.PlacementReturns;
import io.remit.outsourcing.after.AfterPlacement;
import io.remit.outsourcing.after.Step;
import io.remit.outsourcing.proposal.ProposedBatches;
import io.remit.process.CaseModel;
import io.remit.process.CurrentUser;
import io.remit.process.ForModels;
import io.remit.process.task.FormStep;
import io.remit.process.task.Forms;
import io.remit.process.task.TaskBar;
import java.util.List;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What {@code placement.bpmn} does, in the order of the drawing. */
@ForModels
@Configuration(proxyBeanMethods = false)
class PlacementSteps {

  /** The form's field; it shows what stands in the variable of this name, until it is sent. */
  private static final String PARTNER_FIELD = "partnerId";

  /** Gives a new task its card and its view of the case, and fills in the partner that is proposed. */
  @Bean
  TaskListener preparePlacement(TaskListener prepareTask, PartnerSelection selection, NearByOffers nearBy,
      ProposedBatches batches) {
    return task -> {
      prepareTask.notify(task);
      String caseNumber = caseOf(task.getExecution());
      String partnerId = selection.propose(List.of(caseNumber)).get(0).partnerId();
      boolean offeredNearBy = nearBy.isProposed(caseNumber);
      task.getExecution().setVariable(PARTNER_FIELD, offeredNearBy ? NearByOffers.NEAR_BY : partnerId);
      if (!offeredNearBy) {
        batches.proposed(partnerId);
      }
    };
  }

  /** Takes the outsourcing officer's decision. */
  @Bean
  FormStep<PlacementDecisions.Reviewed> recordPlacementDecision(PlacementDecisions decisions, Forms forms) {
    return forms.ofCase(PlacementDecisions.Reviewed.class, decisions::review);
  }

  /** Hands the case over to its partner, if there is one and it may get anything; the gateway behind asks. */
  @Bean
  JavaDelegate writeHandOver(HandOvers handOvers, NearByOffers nearBy) {
    return execution -> CaseModel.setForNow(execution, CaseModel.RESULT,
        !nearBy.lapse(caseOf(execution)) && handOvers.handOver(caseOf(execution)) ? "HANDED_OVER" : "REFUSED");
  }

  /** Takes back what was placed with a partner. */
  @Bean
  FormStep<PlacementReturns.Returned> recordPlacementReturn(PlacementReturns returns, Forms forms) {
    return forms.ofCase(PlacementReturns.Returned.class, returns::comeBack);
  }

  /** Takes a case back whose term is over, or that a rule or a person recalled. */
  @Bean
  JavaDelegate recallPlacement(PlacementReturns returns) {
    return execution -> returns.recalled(caseOf(execution));
  }

  /** Asks the table what comes next; the gateway behind reads the answer. */
  @Bean
  JavaDelegate decideAfterPlacement(AfterPlacement after) {
    return execution -> CaseModel.setForNow(execution, CaseModel.RESULT, after.evaluate(caseOf(execution)));
  }

  /** Takes what an officer decided on a case that came back. */
  @Bean
  FormStep<AfterPlacement.Decided> recordAfterPlacement(AfterPlacement after, Forms forms) {
    return forms.ofCase(AfterPlacement.Decided.class, after::decide);
  }

  /** Brings a case that came back to the legal stage, as soon as this process is over. */
  @Bean
  JavaDelegate bringToCourt(AfterPlacement after, CurrentUser user) {
    return execution -> after.leave(caseOf(execution), Step.COURT, user.id());
  }

  /** Proposes to take a case that came back out of collection, as soon as this process is over. */
  @Bean
  JavaDelegate proposeWriteOff(AfterPlacement after, CurrentUser user) {
    return execution -> after.leave(caseOf(execution), Step.WRITE_OFF, user.id());
  }

  /** Who moved the case here before its age does not have it placed. */
  @Bean
  TaskBar placementBar(PlacementDecisions decisions) {
    return new TaskBar(CaseModel.APPROVE_PLACEMENT_TASK, (task, userId) ->
        decisions.mayApprove(caseOf(task.getExecution()), TaskBar.FIELD, userId));
  }
}
