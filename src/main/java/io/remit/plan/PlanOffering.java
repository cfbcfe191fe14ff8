package io.remit.plan;

import io.remit.cases.BusinessCalendar;
import io.remit.cases.CaseRepository;
import io.remit.cases.CollectionCase;
import io.remit.cases.MatterKey;
import io.remit.cases.Timeline;
import io.remit.contact.MatterText;
import io.remit.contact.notice.MatterMessages;
import io.remit.plan.Plan.Status;
import java.time.LocalDate;
import org.springframework.stereotype.Component;

/** Brings plans to the debtor: the printed agreement, how long it can be accepted, and the word that a plan ended. */
@Component
public class PlanOffering {

  private final PlanRepository plans;
  private final Plans life;
  private final AgreementPaper paper;
  private final MatterMessages messages;
  private final CaseRepository cases;
  private final BusinessCalendar calendar;

  PlanOffering(PlanRepository plans, Plans life, AgreementPaper paper, MatterMessages messages, CaseRepository cases,
      BusinessCalendar calendar) {
    this.plans = plans;
    this.life = life;
    this.paper = paper;
    this.messages = messages;
    this.cases = cases;
    this.calendar = calendar;
  }

  /** Prints the agreement; done again it replaces the same file. */
  public void print(MatterKey matter) {
    String document = paper.print(life.get(matter));
    plans.printed(matter.number(), document);
    life.tell(life.get(matter), Timeline.SYSTEM, "Agreement printed", document);
  }

  /** Offers a printed plan to the debtor, who can accept it for some days, not after its first instalment is due. */
  public void offer(MatterKey matter) {
    Plan plan = life.get(matter);
    LocalDate until = calendar.today().plusDays(plan.terms().validDays());
    LocalDate firstDue = plan.schedule().first().dueOn();
    plans.offer(plan.planId(), until.isBefore(firstDue) ? until : firstDue);
    life.tell(plan, Timeline.SYSTEM, "Plan offered to the debtor", null);
    messages.tell(matter, MatterText.PLAN_OFFER);
  }

  /** The debtor did not answer in time. */
  public void lapse(MatterKey matter) {
    life.end(life.get(matter), Status.LAPSED, Timeline.SYSTEM, null);
  }

  /** The debtor hears that a plan ended. */
  public void tellEnd(MatterKey matter) {
    if (cases.get(matter.caseNumber()).status() != CollectionCase.Status.CLOSED) {
      messages.tell(matter, MatterText.PLAN_ENDED);
    }
  }
}
