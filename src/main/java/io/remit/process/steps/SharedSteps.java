package io.remit.process.steps;

import static io.remit.process.CaseModel.caseOf;
import static io.remit.process.CaseModel.isCalledByCase;
import static io.remit.process.CaseModel.matterOf;

import io.remit.approval.Proposals;
import io.remit.approval.SecondDecision;
import io.remit.cases.CaseRepository;
import io.remit.contact.conversation.HoldsFromConversations;
import io.remit.contact.treatment.Treatments;
import io.remit.division.Roster;
import io.remit.hold.Hold.Reason;
import io.remit.hold.HoldEnd;
import io.remit.hold.Objections;
import io.remit.process.CaseModel;
import io.remit.process.CurrentUser;
import io.remit.process.ForModels;
import io.remit.process.TaskCards;
import io.remit.process.task.FormStep;
import io.remit.process.task.Forms;
import io.remit.process.task.OneCollectorPerDebtor;
import io.remit.process.task.TaskBar;
import io.remit.process.task.TaskViews;
import org.camunda.bpm.engine.delegate.JavaDelegate;
import org.camunda.bpm.engine.delegate.TaskListener;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** What several drawings do. */
@ForModels
@Configuration(proxyBeanMethods = false)
class SharedSteps {

  /**
   * Gives a new task its card, its view of the case and, for a call, the collector who works the debtor, else the one
   * who works the case if there.
   */
  @Bean
  TaskListener prepareTask(TaskCards cards, CaseRepository cases, Roster roster, OneCollectorPerDebtor oneCollector) {
    return task -> {
      String caseNumber = caseOf(task.getExecution());
      task.setVariablesLocal(cards.variablesFor(caseNumber, task.getTaskDefinitionKey()));
      TaskViews.give(task, TaskViews.CASE_VIEW);
      if (task.getTaskDefinitionKey().equals(CaseModel.CALL_TASK)) {
        String collector = oneCollector.whoWorksTheDebtorOf(task).orElse(cases.get(caseNumber).collector());
        if (collector != null && roster.isThere(collector)) {
          task.setAssignee(collector);
        }
      }
    };
  }

  /** Leaves the debtor in peace for the number of {@code days} that the model says. */
  @Bean
  JavaDelegate restCase(Treatments treatments) {
    return execution -> {
      long days = Long.parseLong(String.valueOf(execution.getVariable(CaseModel.DAYS)));
      treatments.rest(caseOf(execution), days);
    };
  }

  /** Puts the case on hold for the {@code reason} that the model says; the error end event behind it leads there. */
  @Bean
  JavaDelegate raiseHold(HoldsFromConversations holds) {
    return execution -> {
      Reason reason = Reason.valueOf(String.valueOf(execution.getVariable("reason")));
      holds.raise(caseOf(execution), reason, isCalledByCase(execution));
    };
  }

  /** Pauses the case for the reason that was entered with the conversation just before. */
  @Bean
  JavaDelegate raiseReportedHold(HoldsFromConversations holds) {
    return execution ->
        holds.raise(caseOf(execution),
            Reason.valueOf(String.valueOf(execution.getVariable(CaseModel.HOLD_REASON))), isCalledByCase(execution));
  }

  /** Takes what another person decided on a change that gives money away or closes a case. */
  @Bean
  FormStep<SecondDecision> recordApproval(Proposals proposals, Forms forms) {
    return forms.ofKey(SecondDecision.class, proposals::decide);
  }

  /** Collection goes on. */
  @Bean
  JavaDelegate releaseHold(HoldEnd holds, CurrentUser user) {
    return execution -> holds.release(matterOf(execution), user.id(), "RESUMED");
  }

  /** The debtor is right: the case leaves collection. */
  @Bean
  JavaDelegate upholdObjection(Objections objections, CurrentUser user) {
    return execution -> objections.uphold(matterOf(execution), user.id());
  }

  /** Who decided on a change, or brought it forward, does not approve it. */
  @Bean
  TaskBar approvalBar(Proposals proposals) {
    return new TaskBar(CaseModel.APPROVE_TASK, (task, userId) ->
        proposals.mayDecide(task.getExecution().getProcessBusinessKey(), TaskBar.FIELD, userId));
  }
}
