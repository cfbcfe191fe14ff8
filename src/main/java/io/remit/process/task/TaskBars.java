package io.remit.process.task;

import io.remit.approval.Proposals;
import io.remit.cases.InvalidInputException;
import io.remit.complaint.ComplaintHandling;
import io.remit.dispute.Disputes;
import io.remit.intake.Closings;
import io.remit.offer.OfferApproval;
import io.remit.outsourcing.Placements;
import io.remit.payment.UnidentifiedPayments;
import io.remit.plan.PlanEntry;
import io.remit.process.CaseModel;
import io.remit.promise.PromiseApproval;
import org.camunda.bpm.engine.delegate.DelegateTask;
import org.springframework.stereotype.Component;

/**
 * Keeps from a task whoever may not decide in it: who raised what it is about, who decided on it before, or the one a
 * complaint is about. It is a courtesy that he is told when he takes the task; who decides is asked again.
 */
@Component
class TaskBars {

  private static final String FIELD = "task";

  private final ComplaintHandling complaints;
  private final Disputes disputes;
  private final Proposals proposals;
  private final OfferApproval offers;
  private final PlanEntry plans;
  private final PromiseApproval promises;
  private final Placements placements;
  private final UnidentifiedPayments payments;
  private final Closings closings;

  TaskBars(ComplaintHandling complaints, Disputes disputes, Proposals proposals, OfferApproval offers, PlanEntry plans,
      PromiseApproval promises, Placements placements, UnidentifiedPayments payments, Closings closings) {
    this.complaints = complaints;
    this.disputes = disputes;
    this.proposals = proposals;
    this.offers = offers;
    this.plans = plans;
    this.promises = promises;
    this.placements = placements;
    this.payments = payments;
    this.closings = closings;
  }

  /**
   * A task is to be somebody's.
   *
   * @param givenBy user id of who takes it or gives it to him
   * @throws InvalidInputException if he may not decide in it
   */
  void assigned(DelegateTask task, String givenBy) {
    String userId = task.getAssignee();
    try {
      mayWork(task, userId);
    } catch (InvalidInputException barred) {
      throw userId.equals(givenBy) ? barred : new InvalidInputException(FIELD, "cannot be given to " + userId
          + ", who had a part in it or whom it is about");
    }
  }

  private void mayWork(DelegateTask task, String userId) {
    String key = task.getExecution().getProcessBusinessKey();
    switch (task.getTaskDefinitionKey()) {
      case CaseModel.COMPLAINT_TASK -> complaints.mayHandle(CaseModel.matterOf(task.getExecution()), userId);
      case CaseModel.DISPUTE_TASK -> disputes.mayDecide(CaseModel.matterOf(task.getExecution()), FIELD, userId);
      case CaseModel.APPROVE_TASK, CaseModel.APPROVE_POSTING_TASK -> proposals.mayDecide(key, FIELD, userId);
      case "task_approve_offer" -> offers.mayDecide(CaseModel.matterOf(task.getExecution()), FIELD, userId);
      case "task_approve_plan" -> plans.mayDecide(CaseModel.matterOf(task.getExecution()), FIELD, userId);
      case "task_approve_promise" -> promises.mayDecide(CaseModel.matterOf(task.getExecution()), FIELD, userId);
      case "task_approve_placement" -> placements.mayApprove(CaseModel.caseOf(task.getExecution()), FIELD, userId);
      case CaseModel.CLOSING_TASK -> closings.mayDecide(key, FIELD, userId);
      case CaseModel.PAYMENT_TASK -> payments.mayDecide(key, FIELD, userId);
      default -> {
        // anybody of its group may work it
      }
    }
  }
}
