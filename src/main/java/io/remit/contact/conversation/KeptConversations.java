package io.remit.contact.conversation;

import io.remit.cases.BusinessCalendar;
import io.remit.cases.Channel;
import io.remit.cases.CollectionCase;
import io.remit.cases.InvalidInputException;
import io.remit.contact.ContactAttempt;
import io.remit.contact.ContactAttempts;
import io.remit.contact.ContactLedger;
import io.remit.contact.ConversationOutcome;
import io.remit.gate.Person;
import io.remit.hold.Hold;
import java.util.Objects;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** Writes conversations into the contact ledger. */
@Component
class KeptConversations {

  private final ContactLedger ledger;
  private final ContactAttempts attempts;
  private final ContactsByPeople contacts;
  private final VisitConduct visits;
  private final BusinessCalendar calendar;

  KeptConversations(ContactLedger ledger, ContactAttempts attempts, ContactsByPeople contacts,
      VisitConduct visits, BusinessCalendar calendar) {
    this.ledger = ledger;
    this.attempts = attempts;
    this.contacts = contacts;
    this.visits = visits;
    this.calendar = calendar;
  }

  /**
   * Writes a conversation down: what the debtor began as it came, what a robot called about as that call, else if the
   * gate allows it.
   *
   * @param askedInstead who is to be asked in the debtor's place, if that was told
   * @throws InvalidInputException if the gate did not allow it, or a visit was not made as it has to be
   */
  void keep(CollectionCase current, ConversationReport report, ConversationOutcome outcome,
      ContactLedger.Finding finding, boolean incoming, Optional<Hold.Contact> askedInstead) {
    long attemptId = keep(current, report, outcome, finding, incoming);
    askedInstead.ifPresent(contact -> ledger.askedInstead(attemptId, contact));
  }

  private long keep(CollectionCase current, ConversationReport report, ConversationOutcome outcome,
      ContactLedger.Finding finding, boolean incoming) {
    String caseNumber = current.caseNumber();
    Long called = report.source().attemptId();
    if (called != null) {
      ledger.concluded(called, finding, report.actor(), Objects.requireNonNull(report.source().at()));
      return called;
    }
    if (incoming) {
      return ledger.addIncoming(new ContactLedger.Plan(caseNumber, current.debtorId(), current.stage().name(),
          report.channel(), outcome.person(), null, report.source().number(), report.actor()), finding, calendar.now());
    }
    ContactAttempt attempt = contacts.madeNow(caseNumber, report.channel(), outcome.person(), report.actor())
        .orElseThrow(() -> notAllowed(caseNumber, report.channel(), outcome.person()));
    if (report.channel() == Channel.VISIT) {
      visits.keep(current, report, outcome, finding.note(),
          Objects.requireNonNullElseGet(attempt.contactedAt(), calendar::now));
    }
    ledger.concluded(attempt.attemptId(), finding, report.actor(), calendar.now());
    return attempt.attemptId();
  }

  private InvalidInputException notAllowed(String caseNumber, Channel channel, Person person) {
    String why = attempts.last(caseNumber, channel, person).map(denied -> denied.decision().rule()
        + (denied.decision().nextAllowedAt() == null ? "" : ", allowed from " + denied.decision().nextAllowedAt()))
        .orElse("not-asked-yet");
    return new InvalidInputException("outcome", "was not allowed by the gate (" + why
        + "); if the debtor called or came to us, say so");
  }
}
