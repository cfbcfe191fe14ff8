package io.remit.hold;

import io.remit.approval.Proposals;
import io.remit.cases.BusinessCalendar;
import io.remit.cases.CaseLifecycle;
import io.remit.cases.MatterKey;
import org.springframework.stereotype.Component;

/** What becomes of a case whose debtor is right. */
@Component
public class Objections {

  private final HoldRepository holds;
  private final Proposals proposals;
  private final CaseLifecycle lifecycle;
  private final BusinessCalendar calendar;

  Objections(HoldRepository holds, Proposals proposals, CaseLifecycle lifecycle, BusinessCalendar calendar) {
    this.holds = holds;
    this.proposals = proposals;
    this.lifecycle = lifecycle;
    this.calendar = calendar;
  }

  /**
   * Ends a hold by a step of its own process because the debtor is right: the case leaves collection.
   *
   * @throws IllegalStateException if another person has not approved it
   */
  public void uphold(MatterKey hold, String by) {
    proposals.approved(hold.toString());
    holds.release(hold.number(), calendar.now(), by, "UPHELD");
    lifecycle.withdraw(hold.caseNumber(), by, "The debtor's objection was upheld");
  }
}
