package io.remit.plan;

import io.remit.cases.AccountsChanged;
import io.remit.cases.AgreedAccounts;
import io.remit.cases.BusinessCalendar;
import io.remit.cases.CaseLifecycle;
import io.remit.cases.CaseRepository;
import io.remit.cases.CaseReturned;
import io.remit.cases.CollectionCase;
import io.remit.cases.EntryKind;
import io.remit.cases.MatterKey;
import io.remit.cases.MatterProcess;
import io.remit.cases.Timeline;
import io.remit.contact.MatterText;
import io.remit.contact.notice.MatterMessages;
import io.remit.hold.Hold.Reason;
import io.remit.hold.HoldRequest;
import io.remit.hold.Holds;
import io.remit.ledger.Ledger;
import io.remit.plan.Plan.Status;
import io.remit.plan.Plan.Terms;
import io.remit.translation.Translation;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/**
 * The life of plans: proposed, printed, offered, kept or breached. While one is in force a hold pauses collection. What
 * a plan became is written down before its process or its case hears of it.
 */
@Component
public class Plans {

  /** What becomes of a plan's process that something else decided about. */
  private static final String COMPLETED = "COMPLETED";
  private static final String CANCELLED = "CANCELLED";
  /** The case is closed, and not because the debtor paid. */
  private static final String CASE_CLOSED = "CASE_CLOSED";

  private static final String MODEL = "plan";
  /** Where the process of a plan is that the debtor accepted and for which collection is paused. */
  private static final String IN_FORCE = "plan_in_force";

  private final PlanRepository plans;
  private final PlanPayments payments;
  private final AgreementPaper paper;
  private final MatterMessages messages;
  private final Holds holds;
  private final AgreedAccounts agreed;
  private final CaseLifecycle lifecycle;
  private final Ledger ledger;
  private final CaseRepository cases;
  private final MatterProcess matters;
  private final BusinessCalendar calendar;
  private final Timeline timeline;

  Plans(PlanRepository plans, PlanPayments payments, AgreementPaper paper, MatterMessages messages, Holds holds,
      AgreedAccounts agreed, CaseLifecycle lifecycle, Ledger ledger, CaseRepository cases, MatterProcess matters,
      BusinessCalendar calendar, Timeline timeline) {
    this.plans = plans;
    this.payments = payments;
    this.paper = paper;
    this.messages = messages;
    this.holds = holds;
    this.agreed = agreed;
    this.lifecycle = lifecycle;
    this.ledger = ledger;
    this.cases = cases;
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
    agreed.name(plan.key());
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

  /** Prints the agreement; done again it replaces the same file. */
  public void print(MatterKey matter) {
    String document = paper.print(get(matter));
    plans.printed(matter.number(), document);
    tell(get(matter), Timeline.SYSTEM, "Agreement printed", document);
  }

  /** Offers a printed plan to the debtor, who can accept it for some days, not after its first instalment is due. */
  public void offer(MatterKey matter) {
    Plan plan = get(matter);
    LocalDate until = calendar.today().plusDays(plan.terms().validDays());
    LocalDate firstDue = plan.schedule().first().dueOn();
    plans.offer(plan.planId(), until.isBefore(firstDue) ? until : firstDue);
    tell(plan, Timeline.SYSTEM, "Plan offered to the debtor", null);
    messages.tell(matter, MatterText.PLAN_OFFER);
  }

  /** When an offered plan can be accepted no more: at the start of business on the day after the last one. */
  public Instant offerEnds(MatterKey matter) {
    return calendar.startOfBusiness(get(matter).offeredUntil().plusDays(1));
  }

  /** The debtor did not answer in time. */
  public void lapse(MatterKey matter) {
    end(get(matter), Status.LAPSED, Timeline.SYSTEM, null);
  }

  /**
   * Collection of what the plan is about stops: the debtor has accepted. What else he owes has a case of its own then.
   */
  public void begin(MatterKey matter, String by) {
    holds.raise(HoldRequest.of(matter.caseNumber(), Reason.PLAN, null, by)).ifPresent(hold -> {
      plans.rememberHold(matter.number(), hold.number());
      agreed.setInForce(matter, true);
      lifecycle.agreementBegan(matter.caseNumber());
    });
  }

  /** When the plan is looked at next: at the start of business after an instalment and its tolerated days. */
  public Instant nextLook(MatterKey matter) {
    Plan plan = get(matter);
    return calendar.startOfBusiness(
        PlanProgress.nextLook(plan.schedule(), plan.terms().tolerance(), calendar.today()).orElse(calendar.today()));
  }

  /**
   * An instalment was due: finds out whether the plan is kept. One that ended meanwhile stays so.
   *
   * @return COMPLETED, BREACHED or CANCELLED, or ON_TRACK if it goes on
   */
  public String judge(MatterKey matter) {
    cases.lock(matter.caseNumber());
    Plan plan = get(matter);
    if (plan.status() != Status.IN_FORCE) {
      return plan.status() == Status.CANCELLED ? CANCELLED : COMPLETED;
    }
    PlanProgress progress =
        PlanProgress.of(plan.schedule(), plan.terms().tolerance(), payments.of(plan), calendar.today());
    switch (progress) {
      case COMPLETED -> end(plan, paidUp(plan), Timeline.SYSTEM, null);
      case BREACHED -> end(plan, Status.BREACHED, Timeline.SYSTEM,
          "paid " + plan.currency() + " " + payments.of(plan).toPlainString());
      case ON_TRACK -> tell(plan, Timeline.SYSTEM, "Plan is kept", null);
    }
    return progress.name();
  }

  /** A plan whose last instalment comes in is completed at once. */
  @EventListener
  void accountsChanged(AccountsChanged changed) {
    openOf(changed.caseNumber()).filter(plan -> plan.status() == Status.IN_FORCE)
        .filter(plan -> payments.of(plan).compareTo(plan.schedule().total()) >= 0).ifPresent(plan -> {
          end(plan, paidUp(plan), Timeline.SYSTEM, null);
          markUnlessPaid(plan);
          matters.changed(plan.key(), COMPLETED);
        });
  }

  private void markUnlessPaid(Plan plan) {
    if (!payments.coverAll(plan)) {
      plans.markEndedUnpaid(plan.planId());
    }
  }

  /** Staff end a plan that is open, whatever it waits for. */
  void cancel(Plan plan, String by, String reason) {
    end(plan, Status.CANCELLED, by, reason);
    matters.changed(plan.key(), CANCELLED);
  }

  /**
   * The case of a plan has ended, and the plan with it.
   *
   * @param paid whether everything that the case asked for was paid: then a plan in force was kept
   */
  public void endWithCase(String caseNumber, boolean paid) {
    openOf(caseNumber).ifPresent(plan -> {
      boolean kept = paid && plan.status() == Status.IN_FORCE;
      end(plan, kept ? paidUp(plan) : Status.CANCELLED, Timeline.SYSTEM, "the case is closed");
      if (kept) {
        markUnlessPaid(plan);
      }
      matters.changed(plan.key(), kept ? COMPLETED : CASE_CLOSED);
    });
  }

  /** The accounts of a closed case are back: the plan that was in force when it closed is in force in the new one. */
  @EventListener
  void returned(CaseReturned returned) {
    plans.endedUnpaid(returned.earlier()).ifPresent(ended -> {
      plans.end(ended.planId(), Status.CANCELLED, calendar.now());
      Plan again = plans.copyInForce(ended, returned.caseNumber());
      agreed.nameAs(again.key(), ended.key());
      agreed.setInForce(again.key(), true);
      tell(again, Timeline.SYSTEM, "Plan goes on", ended.caseNumber());
      MatterKey hold = holds.raiseWithin(HoldRequest.of(again.caseNumber(), Reason.PLAN, null, again.proposedBy()));
      plans.rememberHold(again.planId(), hold.number());
      matters.startAt(again.key(), MODEL, IN_FORCE);
    });
  }

  /** Ends the pause of a plan that is over; nothing happens if it ended with the case. */
  public void release(MatterKey matter, String by) {
    Plan plan = get(matter);
    if (plan.holdId() != null) {
      holds.release(new MatterKey(matter.caseNumber(), MatterKey.Kind.HOLD, plan.holdId()), by,
          "PLAN_" + plan.status().name());
    }
  }

  /** The debtor hears that a plan ended. */
  public void tellEnd(MatterKey matter) {
    if (cases.get(matter.caseNumber()).status() != CollectionCase.Status.CLOSED) {
      messages.tell(matter, MatterText.PLAN_ENDED);
    }
  }

  void end(Plan plan, Status status, String by, String why) {
    plans.end(plan.planId(), status, calendar.now());
    agreed.setInForce(plan.key(), false);
    tell(plan, by, "Plan " + Translation.asWords(status.name()), why);
  }

  void tell(Plan plan, String by, String text, String data) {
    timeline.add(plan.caseNumber(), EntryKind.PLAN, by, text, data);
  }

  private Status paidUp(Plan plan) {
    return calendar.today().isBefore(plan.schedule().last().dueOn()) ? Status.SETTLED_EARLY : Status.COMPLETED;
  }
}
