package io.remit.casefile;

import io.remit.cases.Channel;
import io.remit.cases.CollectionCase;
import io.remit.cases.DebtorRepository;
import io.remit.contact.conversation.ContactsByPeople;
import io.remit.gate.GateDecision;
import io.remit.gate.Person;
import java.time.ZoneId;
import org.springframework.stereotype.Component;

/** What the gate says now to whoever would contact the debtor of a case. */
@Component
public class GateAnswers {

  private final ContactsByPeople contacts;
  private final DebtorRepository debtors;

  GateAnswers(ContactsByPeople contacts, DebtorRepository debtors) {
    this.contacts = contacts;
    this.debtors = debtors;
  }

  /** @param timeZone the debtor's */
  public record Answer(Channel channel, GateDecision decision, ZoneId timeZone) {
  }

  /** Asks the gate; that a contact was only looked at is written down nowhere. */
  public Answer of(CollectionCase current, Channel channel) {
    return new Answer(channel, contacts.look(current.caseNumber(), channel, Person.DEBTOR),
        debtors.get(current.debtorId()).timeZone());
  }
}
