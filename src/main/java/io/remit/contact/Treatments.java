package io.remit.contact;

import io.remit.cases.BusinessCalendar;
import io.remit.cases.CaseFigures;
import io.remit.cases.CaseRepository;
import io.remit.cases.CollectionCase;
import io.remit.cases.Debtor;
import io.remit.cases.DebtorRepository;
import io.remit.cases.Timeline;
import io.remit.contact.ContactAttempt.Status;
import io.remit.promise.Promises;
import java.util.HashMap;
import java.util.Map;
import org.springframework.stereotype.Component;

/** What a case does in its stage, one treatment after the other. */
@Component
public class Treatments {

  private final CaseRepository cases;
  private final DebtorRepository debtors;
  private final CaseFigures figures;
  private final ContactLedger ledger;
  private final Promises promises;
  private final BusinessCalendar calendar;

  Treatments(CaseRepository cases, DebtorRepository debtors, CaseFigures figures, ContactLedger ledger,
      Promises promises, BusinessCalendar calendar) {
    this.cases = cases;
    this.debtors = debtors;
    this.figures = figures;
    this.ledger = ledger;
    this.promises = promises;
    this.calendar = calendar;
  }

  /** What the decisions ask for, by the names of their inputs; promises whose day is over are decided first. */
  public Map<String, Object> facts(String caseNumber) {
    CollectionCase current = cases.get(caseNumber);
    Debtor debtor = debtors.get(current.debtorId());
    Map<String, Object> facts = new HashMap<>();
    CaseFigures.Figures amounts = figures.of(caseNumber);
    facts.put("daysPastDue", Math.toIntExact(amounts.daysPastDue()));
    facts.put("treatments", current.treatmentsInStage());
    facts.put("canCall", debtor.canBePhoned());
    facts.put("canEmail", debtor.canBeEmailed());
    facts.put("hasAddress", debtor.hasAddress());
    facts.put("ownsProperty", debtor.details().ownsProperty());
    facts.put("debtorType", debtor.details().type().name());
    facts.put("overdueAmount", amounts.overdue());
    facts.put("promiseBroken", promises.review(caseNumber));
    facts.put("lastOutcome", ledger.lastOutcome(caseNumber).orElse("NONE"));
    return facts;
  }

  /** Takes a decision: a message is planned in the contact ledger, and the case will rest afterwards as decided. */
  public void decided(String caseNumber, TreatmentDecision decision) {
    cases.setWaitDays(caseNumber, decision.waitDays());
    if (decision.treatment() == Treatment.MESSAGE) {
      CollectionCase current = cases.get(caseNumber);
      ledger.add(new ContactAttempt(0, caseNumber, current.debtorId(), current.stage().name(), decision.channel(),
          Status.PLANNED, decision.template(), null, null, Timeline.SYSTEM, calendar.now(), null,
          new GateDecision(false, "not-asked-yet", null)), null);
    }
  }

  /** A treatment was carried out: it counts, and the case rests as was decided with it. */
  public void carriedOut(String caseNumber) {
    cases.countTreatment(caseNumber);
    rest(caseNumber, cases.waitDays(caseNumber));
  }

  /** The case rests until the start of business some days from today, unless it rests longer anyway. */
  public void rest(String caseNumber, long days) {
    cases.restUntil(caseNumber, calendar.startOfBusiness(calendar.today().plusDays(days)));
  }

  /** Nothing that was planned but not sent may go out any more. */
  public void cancelPlanned(String caseNumber) {
    ledger.cancelPlanned(caseNumber);
  }
}
