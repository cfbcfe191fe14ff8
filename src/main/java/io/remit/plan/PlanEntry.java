package io.remit.plan;

import io.remit.approval.Raised;
import io.remit.approval.SecondDecision;
import io.remit.approval.SecondDecision.Outcome;
import io.remit.approval.SecondPerson;
import io.remit.cases.BusinessCalendar;
import io.remit.cases.CaseRepository;
import io.remit.cases.CollectionCase;
import io.remit.cases.EnteredText;
import io.remit.cases.InvalidInputException;
import io.remit.cases.MatterKey;
import io.remit.contact.conversation.InstalmentsAsked;
import io.remit.hold.Hold.Reason;
import io.remit.hold.Holds;
import io.remit.plan.Plan.Acceptance;
import io.remit.plan.Plan.Status;
import io.remit.plan.PlanRequest.FieldNames;
import java.time.LocalDate;
import java.util.Optional;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** Checks what people enter about plans, and does it. */
@Component
public class PlanEntry {

  private final PlanRepository plans;
  private final PlanChecks checks;
  private final Plans life;
  private final Holds holds;
  private final CaseRepository cases;
  private final SecondPerson secondPerson;
  private final BusinessCalendar calendar;

  PlanEntry(PlanRepository plans, PlanChecks checks, Plans life, Holds holds, CaseRepository cases,
      SecondPerson secondPerson, BusinessCalendar calendar) {
    this.plans = plans;
    this.checks = checks;
    this.life = life;
    this.holds = holds;
    this.cases = cases;
    this.secondPerson = secondPerson;
    this.calendar = calendar;
  }

  /**
   * What the debtor said to an offered plan, as the form sends it.
   *
   * @param acceptedHow SIGNED_PAPER, EMAIL, RECORDED_CALL or IN_PERSON; only asked for if accepted
   * @param acceptedOn ISO date, not before the plan was proposed; only asked for if accepted
   */
  public record Answered(Answer outcome, String acceptedHow, String acceptedOn) {
  }

  /** What a debtor can say to an offered plan. */
  public enum Answer {
    ACCEPTED, REFUSED
  }

  /**
   * Calculates a plan and checks it; nothing is written down.
   *
   * @throws InvalidInputException that names the field, and the limit where there is one
   */
  public PlanDraft preview(String caseNumber, PlanRequest request) {
    return checks.check(caseNumber, request);
  }

  /**
   * Proposes a plan. Within the limits of {@code plan-limits} it is offered to the debtor; above them another person
   * decides on it first.
   *
   * @param by user id
   * @return empty if the case is closed
   * @throws InvalidInputException that names the field, and the limit where there is one
   */
  @Transactional
  public Optional<MatterKey> propose(String caseNumber, PlanRequest request, String by) {
    if (cases.lock(caseNumber).status() == CollectionCase.Status.CLOSED) {
      return Optional.empty();
    }
    if (life.openOf(caseNumber).isPresent()) {
      throw new InvalidInputException("case", "has a plan that is not over yet");
    }
    holds.pausedFor(caseNumber).stream().filter(reason -> reason == Reason.OFFER || !reason.leavesRoomForTerms())
        .findFirst().ifPresent(reason -> {
          throw new InvalidInputException("case", "is on hold, which comes first: " + reason);
        });
    return Optional.of(life.propose(caseNumber, checks.check(caseNumber, request), by));
  }

  /** Proposes a plan for a debtor who asked for instalments in a call or visit. */
  @EventListener
  void instalmentsAsked(InstalmentsAsked asked) {
    propose(asked.caseNumber(),
        new PlanRequest(asked.instalments(), null, asked.firstDate(), null, FieldNames.FORM), asked.by());
  }

  /**
   * Whether somebody may decide on a proposed plan.
   *
   * @throws InvalidInputException if he proposed it
   */
  public void mayDecide(MatterKey matter, String field, String userId) {
    mayDecide(life.get(matter), field, userId);
  }

  private void mayDecide(Plan plan, String field, String userId) {
    secondPerson.mustDecide(field, userId, new Raised(plan.caseNumber(), plan.proposedBy(), plan.proposedAt()),
        "is for another person: you proposed this plan yourself");
  }

  /**
   * Records the decision of another person than the proposer.
   *
   * @throws InvalidInputException if a field cannot be accepted
   */
  public void decide(MatterKey matter, SecondDecision decision, String by) {
    String reason = EnteredText.note(decision.note());
    Plan plan = life.get(matter);
    mayDecide(plan, "outcome", by);
    if (decision.outcome() == Outcome.APPROVED && calendar.today().isAfter(plan.schedule().first().dueOn())) {
      throw new InvalidInputException("outcome", "cannot be approved any more: the first instalment was due");
    }
    plans.decide(plan.planId(), by, reason, calendar.now());
    if (decision.outcome() == Outcome.APPROVED) {
      life.tell(plan, by, "Plan approved", reason);
    } else {
      life.end(plan, Status.REJECTED, by, reason);
    }
  }

  /**
   * Records what the debtor said to an offered plan.
   *
   * @throws InvalidInputException if a field cannot be accepted
   */
  public void answer(MatterKey matter, Answered answered, String by) {
    Plan plan = life.get(matter);
    if (answered.outcome() == Answer.REFUSED) {
      plans.refuse(plan.planId(), by, calendar.now());
      life.tell(plan, by, "The debtor refused the plan", null);
      return;
    }
    Acceptance how = EnteredText.choice("acceptedHow", answered.acceptedHow(), Acceptance.class);
    LocalDate on = EnteredText.date("acceptedOn", answered.acceptedOn());
    LocalDate proposed = calendar.dayOf(plan.proposedAt());
    if (on.isBefore(proposed) || on.isAfter(calendar.today())) {
      throw new InvalidInputException("acceptedOn", "must lie between " + proposed + " and today");
    }
    plans.accept(plan.planId(), on, how, by);
    life.tell(plan, by, "The debtor accepted the plan", how.name());
  }

  /**
   * Ends an open plan.
   *
   * @param reason why, for the record; up to 500 characters
   * @return whether there was such an open plan of the case
   * @throws InvalidInputException if no reason is given
   */
  @Transactional
  public boolean cancel(MatterKey matter, String reason, String by) {
    String why = EnteredText.reason(reason);
    cases.lock(matter.caseNumber());
    Optional<Plan> plan = life.openOf(matter.caseNumber()).filter(open -> open.planId() == matter.number());
    plan.ifPresent(open -> life.cancel(open, by, why));
    return plan.isPresent();
  }
}
