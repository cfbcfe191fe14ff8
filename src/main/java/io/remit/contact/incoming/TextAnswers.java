package io.remit.contact.incoming;

import io.remit.cases.BusinessCalendar;
import io.remit.cases.CaseRepository;
import io.remit.cases.Channel;
import io.remit.cases.CollectionCase;
import io.remit.cases.Timeline;
import io.remit.contact.ContactLedger;
import io.remit.contact.ConversationOutcome;
import io.remit.contact.conversation.ConversationReport;
import io.remit.contact.conversation.ReportedContacts;
import io.remit.contact.treatment.Treatments;
import io.remit.gate.Person;
import io.remit.gate.ReachabilityRepository;
import io.remit.hold.Hold.Reason;
import io.remit.hold.HoldRequest;
import io.remit.hold.Holds;
import org.springframework.stereotype.Component;

/**
 * What follows from a debtor's text: an answer to a STOP; for what is surely meant what follows from it in a call; a
 * supervisor's task, and a pause until it is done, for what may be meant; a collector's task for anything else.
 */
@Component
class TextAnswers implements TextReplies, IncomingTextListener {

  private final CaseRepository cases;
  private final ContactLedger ledger;
  private final ReachabilityRepository reachability;
  private final Treatments treatments;
  private final ReportedContacts reports;
  private final Holds holds;
  private final BusinessCalendar calendar;

  TextAnswers(CaseRepository cases, ContactLedger ledger, ReachabilityRepository reachability, Treatments treatments,
      ReportedContacts reports, Holds holds, BusinessCalendar calendar) {
    this.cases = cases;
    this.ledger = ledger;
    this.reachability = reachability;
    this.treatments = treatments;
    this.reports = reports;
    this.holds = holds;
    this.calendar = calendar;
  }

  /** Plans the answer in the debtor's newest case; the dispatcher sends it. */
  @Override
  public void reply(String debtorId, String number, String template) {
    cases.newestOf(debtorId).ifPresent(current -> ledger.planAnswer(new ContactLedger.Plan(current.caseNumber(),
        debtorId, stageOf(current), Channel.SMS, Person.DEBTOR, template, number, Timeline.SYSTEM), calendar.now()));
  }

  @Override
  public void debtorWrote(String caseNumber, WrittenText text) {
    CollectionCase current = cases.get(caseNumber);
    if (text.understood().meaning().isPresent()) {
      reports.take(caseNumber, ConversationReport.ofText(text.understood().meaning().get(), text.number(),
          text.excerpt()));
      return;
    }
    ledger.addIncoming(new ContactLedger.Plan(caseNumber, current.debtorId(), stageOf(current), Channel.SMS,
        Person.DEBTOR, null, text.number(), Timeline.SYSTEM), ConversationOutcome.DEBTOR_WROTE.finding(null, null),
        calendar.now());
    reachability.closeThirdParty(current.debtorId(), "REACHED");
    if (text.understood().toBeRead()) {
      pauseUntilItIsRead(caseNumber, text.excerpt());
    } else {
      treatments.debtorWrote(current);
    }
  }

  private void pauseUntilItIsRead(String caseNumber, String excerpt) {
    if (!holds.isOn(caseNumber, Reason.TO_BE_READ)) {
      holds.raise(HoldRequest.of(caseNumber, Reason.TO_BE_READ, excerpt, Timeline.SYSTEM));
    }
  }

  private static String stageOf(CollectionCase current) {
    return current.stage().name();
  }
}
