package io.remit.region;

import io.remit.cases.BusinessCalendar;
import io.remit.cases.CaseOpened;
import io.remit.cases.DebtorRepository;
import io.remit.cases.MatterKey;
import io.remit.hold.Hold;
import io.remit.hold.HoldEnd;
import io.remit.hold.HoldRequest;
import io.remit.hold.Holds;
import io.remit.region.RegionalRule.Stops;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Pauses the cases of a region while a rule for it holds, some at a time, and lets them go on. */
@Component
public class RegionalPauses {

  private static final int BATCH = 100;

  private final RegionalRules rules;
  private final Holds holds;
  private final HoldEnd holdEnd;
  private final DebtorRepository debtors;
  private final BusinessCalendar calendar;

  RegionalPauses(RegionalRules rules, Holds holds, HoldEnd holdEnd, DebtorRepository debtors,
      BusinessCalendar calendar) {
    this.rules = rules;
    this.holds = holds;
    this.holdEnd = holdEnd;
    this.debtors = debtors;
    this.calendar = calendar;
  }

  /** Pauses some cases of the region. */
  public void pauseSome(long ruleId) {
    RegionalRule rule = rules.get(ruleId);
    if (rule.holdsOn(calendar.today())) {
      rules.casesToPause(rule, BATCH).forEach(caseNumber -> holds.raise(request(rule, caseNumber))
          .ifPresent(hold -> rules.addHold(ruleId, caseNumber, hold.number())));
    }
  }

  /** Whether the rule holds and cases of its region are not paused yet. */
  public boolean hasMoreToPause(long ruleId) {
    RegionalRule rule = rules.get(ruleId);
    return rule.holdsOn(calendar.today()) && !rules.casesToPause(rule, 1).isEmpty();
  }

  /** Lets some cases go on that the rule paused. */
  public void resumeSome(long ruleId) {
    rules.holdsInForce(ruleId, BATCH).forEach(paused -> holdEnd.release(
        new MatterKey(paused.caseNumber(), MatterKey.Kind.HOLD, paused.holdId()), rules.get(ruleId).createdBy(),
        "RELIEF_OVER"));
  }

  /** Whether cases are still paused by the rule. */
  public boolean hasMoreToResume(long ruleId) {
    return !rules.holdsInForce(ruleId, 1).isEmpty();
  }

  /** A case that is opened in a region with relief begins on hold. */
  @EventListener
  void opened(CaseOpened opened) {
    rules.inForceFor(debtors.get(opened.debtorId()), Stops.ALL).forEach(rule -> rules.addHold(rule.ruleId(),
        opened.caseNumber(), holds.raiseWithin(request(rule, opened.caseNumber())).number()));
  }

  private static HoldRequest request(RegionalRule rule, String caseNumber) {
    return new HoldRequest(caseNumber, Hold.Reason.RELIEF, rule.reason(), rule.createdBy(), null, rule.until(),
        rule.from());
  }
}
