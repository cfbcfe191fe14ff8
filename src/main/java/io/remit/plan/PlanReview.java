package io.remit.plan;

import io.remit.cases.AccountsChanged;
import io.remit.cases.BusinessCalendar;
import io.remit.cases.CaseEnded;
import io.remit.cases.CaseRepository;
import io.remit.cases.MatterKey;
import io.remit.cases.MatterProcess;
import io.remit.cases.Timeline;
import io.remit.plan.Plan.Status;
import org.springframework.context.event.EventListener;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Finds out whether plans are kept: after each instalment, and after every change of the debtor's accounts. */
@Component
public class PlanReview {

  /** What becomes of a plan's process that something else decided about. */
  private static final String COMPLETED = "COMPLETED";
  /** The case is closed, and not because the debtor paid. */
  private static final String CASE_CLOSED = "CASE_CLOSED";

  private final PlanRepository plans;
  private final Plans life;
  private final PlanPayments payments;
  private final CaseRepository cases;
  private final MatterProcess matters;
  private final BusinessCalendar calendar;

  PlanReview(PlanRepository plans, Plans life, PlanPayments payments, CaseRepository cases, MatterProcess matters,
      BusinessCalendar calendar) {
    this.plans = plans;
    this.life = life;
    this.payments = payments;
    this.cases = cases;
    this.matters = matters;
    this.calendar = calendar;
  }

  /**
   * An instalment was due: finds out whether the plan is kept. One that ended meanwhile stays so.
   *
   * @return COMPLETED, BREACHED or CANCELLED, or ON_TRACK if it goes on
   */
  public String judge(MatterKey matter) {
    cases.lock(matter.caseNumber());
    Plan plan = life.get(matter);
    if (plan.status() != Status.IN_FORCE) {
      return plan.status() == Status.CANCELLED ? Plans.CANCELLED : COMPLETED;
    }
    PlanProgress progress =
        PlanProgress.of(plan.schedule(), plan.terms().tolerance(), payments.of(plan), calendar.today());
    switch (progress) {
      case COMPLETED -> life.end(plan, paidUp(plan), Timeline.SYSTEM, null);
      case BREACHED -> life.end(plan, Status.BREACHED, Timeline.SYSTEM,
          "paid " + plan.currency() + " " + payments.of(plan).toPlainString());
      case ON_TRACK -> life.tell(plan, Timeline.SYSTEM, "Plan is kept", null);
    }
    return progress.name();
  }

  /** A plan whose last instalment comes in is completed at once. */
  @EventListener
  void accountsChanged(AccountsChanged changed) {
    life.openOf(changed.caseNumber()).filter(plan -> plan.status() == Status.IN_FORCE)
        .filter(plan -> payments.of(plan).compareTo(plan.schedule().total()) >= 0).ifPresent(plan -> {
          life.end(plan, paidUp(plan), Timeline.SYSTEM, null);
          markUnlessPaid(plan);
          matters.changed(plan.key(), COMPLETED);
        });
  }

  /** A plan ends with its case; one in force was kept if everything that the case asked for was paid. */
  @EventListener
  @Order(CaseEnded.AGREEMENTS + 2)
  void caseEnded(CaseEnded ended) {
    life.openOf(ended.caseNumber()).ifPresent(plan -> {
      boolean kept = ended.isPaid() && plan.status() == Status.IN_FORCE;
      life.end(plan, kept ? paidUp(plan) : Status.CANCELLED, Timeline.SYSTEM, "the case is closed");
      if (kept) {
        markUnlessPaid(plan);
      }
      matters.changed(plan.key(), kept ? COMPLETED : CASE_CLOSED);
    });
  }

  private void markUnlessPaid(Plan plan) {
    if (!payments.coverAll(plan)) {
      plans.markEndedUnpaid(plan.planId());
    }
  }

  private Status paidUp(Plan plan) {
    return calendar.today().isBefore(plan.schedule().last().dueOn()) ? Status.SETTLED_EARLY : Status.COMPLETED;
  }
}
