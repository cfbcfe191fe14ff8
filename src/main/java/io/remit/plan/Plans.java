package io.remit.plan;

import io.remit.cases.BusinessCalendar;
import io.remit.cases.CaseReturned;
import io.remit.cases.EntryKind;
import io.remit.cases.MatterKey;
import io.remit.cases.MatterProcess;
import io.remit.cases.Timeline;
import io.remit.hold.Agreements;
import io.remit.hold.Hold.Reason;
import io.remit.ledger.Ledger;
import io.remit.plan.Plan.Status;
import io.remit.plan.Plan.Terms;
import io.remit.translation.Translation;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * The life of plans, from the proposal to the end. While one is in force a hold pauses collection. What a plan became
 * is written down before its process or its case hears of it.
 */
@Component
public class Plans {

  static final String CANCELLED = "CANCELLED";

  private static final String MODEL = "plan";
  /** Where the process of a plan is that the debtor accepted and for which collection is paused. */
  private static final String IN_FORCE = "plan_in_force";

  private final PlanRepository plans;
  private final Ledger ledger;
  private final Agreements agreements;
  private final MatterProcess matters;
  private final BusinessCalendar calendar;
  private final Timeline timeline;

  Plans(PlanRepository plans, Ledger ledger, Agreements agreements, MatterProcess matters, BusinessCalendar calendar,
      Timeline timeline) {
    this.plans = plans;
    this.ledger = ledger;
    this.agreements = agreements;
    this.matters = matters;
    this.calendar = calendar;
    this.timeline = timeline;
  }

  /** Records a plan that was checked and starts its process. */
  MatterKey propose(String caseNumber, PlanDraft draft, String by) {
    PlanLimits limits = draft.limits();
    long planId = plans.insert(new Plan(0, caseNumber, draft.currency(), draft.schedule(), draft.interval(),
        new Terms(limits.approval(), limits.tolerance(), limits.validDays()), ledger.newestEntryId(), Status.PROPOSED,
        calendar.now(), by, null, null, null, null, null, null));
    Plan plan = plans.get(planId);
    agreements.proposed(plan.key());
    Instalment first = plan.schedule().first();
    tell(plan, by, "Plan proposed" + (limits.approval() ? "; another person decides on it" : ""),
        plan.schedule().instalments().size() + " instalments, the first " + plan.currency() + " "
            + first.amount().toPlainString() + " on " + first.dueOn());
    matters.start(plan.key(), MODEL);
    return plan.key();
  }

  /** @throws org.springframework.dao.EmptyResultDataAccessException if there is no such plan */
  public Plan get(MatterKey plan) {
    return plans.get(plan.number());
  }

  /** The plans of a case, the newest last. */
  public List<Plan> ofCase(String caseNumber) {
    return plans.ofCase(caseNumber);
  }

  /** The plan of a case that is not over yet. */
  public Optional<Plan> openOf(String caseNumber) {
    return plans.ofCase(caseNumber).stream().filter(plan -> plan.status().isOpen()).findFirst();
  }

  /** When an offered plan can be accepted no more: at the start of business on the day after the last one. */
  public Instant offerEnds(MatterKey matter) {
    return calendar.startOfBusiness(Objects.requireNonNull(get(matter).offeredUntil()).plusDays(1));
  }

  /**
   * Collection of what the plan is about stops: the debtor has accepted. What else is owed has a case of its own then.
   */
  public void begin(MatterKey matter, String by) {
    agreements.begin(matter, Reason.PLAN, by, hold -> plans.rememberHold(matter.number(), hold));
  }

  /** When the plan is looked at next: at the start of business after an instalment and its tolerated days. */
  public Instant nextLook(MatterKey matter) {
    Plan plan = get(matter);
    return calendar.startOfBusiness(
        PlanProgress.nextLook(plan.schedule(), plan.terms().tolerance(), calendar.today()).orElse(calendar.today()));
  }

  /** Staff end a plan that is open, whatever it waits for. */
  void cancel(Plan plan, String by, String reason) {
    end(plan, Status.CANCELLED, by, reason);
    matters.changed(plan.key(), CANCELLED);
  }

  /** The accounts of a closed case are back: the plan that was in force when it closed is in force in the new one. */
  @EventListener
  void returned(CaseReturned returned) {
    plans.endedUnpaid(returned.earlier()).ifPresent(ended -> {
      plans.end(ended.planId(), Status.CANCELLED, calendar.now());
      Plan again = plans.copyInForce(ended, returned.caseNumber());
      tell(again, Timeline.SYSTEM, "Plan goes on", ended.caseNumber());
      agreements.goOn(ended.key(), again.key(), Reason.PLAN, again.proposedBy(),
          hold -> plans.rememberHold(again.planId(), hold));
      matters.startAt(again.key(), MODEL, IN_FORCE);
    });
  }

  /** Ends the pause of a plan that is over; nothing happens if it ended with the case. */
  public void release(MatterKey matter, String by) {
    Plan plan = get(matter);
    agreements.release(matter, plan.holdId(), by, "PLAN_" + plan.status().name());
  }

  void end(Plan plan, Status status, String by, @Nullable String why) {
    plans.end(plan.planId(), status, calendar.now());
    agreements.ended(plan.key());
    tell(plan, by, "Plan " + Translation.asWords(status.name()), why);
  }

  void tell(Plan plan, String by, String text, @Nullable String data) {
    timeline.add(plan.caseNumber(), EntryKind.PLAN, by, text, data);
  }
}
