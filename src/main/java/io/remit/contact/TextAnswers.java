package io.remit.contact;

import io.remit.cases.BusinessCalendar;
import io.remit.cases.CaseRepository;
import io.remit.cases.CollectionCase;
import io.remit.cases.Timeline;
import io.remit.gate.Channel;
import io.remit.gate.Person;
import io.remit.gate.ReachabilityRepository;
import org.springframework.stereotype.Component;

/** What follows from a debtor's text: an answer to a STOP, and a collector's task for anything else. */
@Component
class TextAnswers implements TextReplies, IncomingTextListener {

  private final CaseRepository cases;
  private final ContactLedger ledger;
  private final ReachabilityRepository reachability;
  private final Treatments treatments;
  private final BusinessCalendar calendar;

  TextAnswers(CaseRepository cases, ContactLedger ledger, ReachabilityRepository reachability, Treatments treatments,
      BusinessCalendar calendar) {
    this.cases = cases;
    this.ledger = ledger;
    this.reachability = reachability;
    this.treatments = treatments;
    this.calendar = calendar;
  }

  /** Plans the answer in the debtor's newest case; the dispatcher sends it. */
  @Override
  public void reply(String debtorId, String number, String template) {
    cases.newestOf(debtorId).ifPresent(current -> ledger.plan(new ContactLedger.Plan(current.caseNumber(), debtorId,
        stageOf(current), Channel.SMS, Person.DEBTOR, template, number, Timeline.SYSTEM), calendar.now()));
  }

  @Override
  public void debtorWrote(String caseNumber) {
    CollectionCase current = cases.get(caseNumber);
    ledger.addIncoming(new ContactLedger.Plan(caseNumber, current.debtorId(), stageOf(current), Channel.SMS,
        Person.DEBTOR, null, null, Timeline.SYSTEM), ConversationOutcome.DEBTOR_WROTE.finding(null, null), calendar.now());
    reachability.closeThirdParty(current.debtorId(), "REACHED");
    treatments.debtorWrote(current);
  }

  private static String stageOf(CollectionCase current) {
    return current.stage().name();
  }
}
