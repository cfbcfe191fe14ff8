package io.remit.contact.conversation;

import io.remit.cases.BusinessCalendar;
import io.remit.cases.CaseRepository;
import io.remit.cases.Channel;
import io.remit.cases.CollectionCase;
import io.remit.cases.EntryKind;
import io.remit.cases.Timeline;
import io.remit.contact.ContactAttempt;
import io.remit.contact.ContactAttempt.Status;
import io.remit.contact.ContactAttempts;
import io.remit.contact.ContactLedger;
import io.remit.contact.dispatch.AttemptOutcomes;
import io.remit.contact.text.BarredThreats;
import io.remit.contact.text.MessageTexts;
import io.remit.contact.treatment.Treatments;
import io.remit.gate.Clearance;
import io.remit.gate.Contact;
import io.remit.gate.ContactGate;
import io.remit.gate.ContactQuestion.Wording;
import io.remit.gate.Draft;
import io.remit.gate.GateDecision;
import io.remit.gate.Person;
import io.remit.gate.Words;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * Asks the gate for people who are about to call or visit: only whom it allows sees the number. Looking takes no turn;
 * who opens a contact has it.
 */
@Component
public class ContactsByPeople {

  private static final Duration SAME_REFUSAL = Duration.ofHours(12);

  private final CaseRepository cases;
  private final MessageTexts texts;
  private final BarredThreats barredThreats;
  private final ContactLedger ledger;
  private final ContactAttempts attempts;
  private final ContactGate gate;
  private final Timeline timeline;
  private final BusinessCalendar calendar;
  private final TransactionTemplate ownTransaction;

  ContactsByPeople(CaseRepository cases, MessageTexts texts, BarredThreats barredThreats, ContactLedger ledger,
      ContactAttempts attempts, ContactGate gate, Timeline timeline, BusinessCalendar calendar,
      PlatformTransactionManager transactions) {
    this.cases = cases;
    this.texts = texts;
    this.barredThreats = barredThreats;
    this.ledger = ledger;
    this.attempts = attempts;
    this.gate = gate;
    this.timeline = timeline;
    this.calendar = calendar;
    this.ownTransaction = new TransactionTemplate(transactions);
    this.ownTransaction.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
  }

  /**
   * Asks for a contact that a person wants to make now. If it is allowed, the person has the turn for a while, and
   * asking again is the same contact; a turn that is not used is given back.
   *
   * @param actor user id
   * @return the answer, with the number or address if it is allowed
   */
  public Clearance open(String caseNumber, Channel channel, Person person, String actor) {
    Contact contact = Contact.of(caseNumber, channel, person, script(channel, person)).by(actor);
    Optional<ContactAttempt> open = attempts.openConversation(caseNumber, channel, person);
    if (open.isPresent()) {
      return stillAllowed(contact, open.get());
    }
    Optional<GateDecision> stillRefused = refusedBefore(contact);
    if (stillRefused.isPresent()) {
      return Clearance.denied(stillRefused.get());
    }
    long attemptId = ownTransaction.execute(transaction -> plan(contact, actor));
    Clearance clearance = gate.admit(contact, attemptId, allowed -> { }).orElseThrow();
    ownTransaction.executeWithoutResult(transaction -> timeline.add(caseNumber,
        clearance.allowed() ? EntryKind.ALLOWED : EntryKind.DENIED, channel, actor,
        clearance.allowed() ? "The gate allowed a contact" : "The gate denied a contact",
        AttemptOutcomes.explained(clearance.decision())));
    return clearance;
  }

  /**
   * What the gate would say now to a contact by a person; nothing is written down and no turn is taken. A contact that
   * was opened already does not count against itself.
   */
  public GateDecision look(String caseNumber, Channel channel, Person person) {
    return lookFor(caseNumber, channel, person, null).decision();
  }

  /** The same for one person, with the number or address that may be used if it is allowed. */
  public Clearance lookFor(String caseNumber, Channel channel, Person person, @Nullable String actor) {
    long open = attempts.openConversation(caseNumber, channel, person).map(ContactAttempt::attemptId).orElse(0L);
    return gate.lookFor(Contact.of(caseNumber, channel, person, script(channel, person)).by(actor), open);
  }

  /** The words of a conversation: a script, which must be approved. */
  public Words script(Channel channel, Person person) {
    return (current, debtor, accounts) -> texts.find(scriptFor(channel, person), debtor.language())
        .map(script -> barredThreats.isOne(script, debtor, accounts) ? Wording.THREATENS_BARRED_DEBT : Wording.APPROVED)
        .map(Draft::without).orElse(Draft.without(Wording.NOT_APPROVED));
  }

  /** The template of what is said in a conversation. */
  public static String scriptFor(Channel channel, Person person) {
    return person == Person.CONTACT_PERSON ? Treatments.FOR_CONTACT_PERSONS + "script"
        : channel == Channel.VISIT ? "visit-script" : "call-script";
  }

  private Clearance stillAllowed(Contact contact, ContactAttempt open) {
    GateDecision decision = gate.look(contact, open.attemptId());
    if (decision.allowed()) {
      return new Clearance(decision, open.recipient(), null);
    }
    // Who may not contact the debtor does not take away the turn of somebody who may.
    if (open.actor().equals(contact.actor()) || !decision.rule().equals("complaint-about-person")) {
      ownTransaction.executeWithoutResult(transaction ->
          ledger.end(open.attemptId(), Status.CANCELLED, "no-longer-allowed", calendar.now()));
    }
    return Clearance.denied(decision);
  }

  /**
   * A form that is looked at again and again is refused once for the same reason: then it is not written down again.
   */
  private Optional<GateDecision> refusedBefore(Contact contact) {
    return attempts.last(contact.caseNumber(), contact.channel(), contact.person())
        .filter(last -> last.status() == Status.DENIED)
        .filter(last -> last.plannedAt().isAfter(calendar.now().minus(SAME_REFUSAL)))
        .map(ContactAttempt::decision)
        .flatMap(before -> Optional.of(gate.look(contact, 0)).filter(now -> now.rule().equals(before.rule())));
  }

  private long plan(Contact contact, String actor) {
    CollectionCase current = cases.get(contact.caseNumber());
    return ledger.plan(new ContactLedger.Plan(contact.caseNumber(), current.debtorId(), current.stage().name(),
        contact.channel(), contact.person(), null, null, actor), calendar.now());
  }

  /**
   * The attempt of a conversation that took place: the one that was opened for it, also if its turn was given back
   * since.
   *
   * @return empty if the gate does not allow it and did not before; then the decision that stood in its way is in the
   *     ledger
   */
  Optional<ContactAttempt> madeNow(String caseNumber, Channel channel, Person person, String actor) {
    Optional<ContactAttempt> opened = attempts.openConversation(caseNumber, channel, person).or(() ->
        attempts.last(caseNumber, channel, person).filter(last -> last.status() == Status.CANCELLED)
            .filter(last -> last.contactedAt() != null && last.outcome() == null
                && last.contactedAt().isAfter(calendar.now().minus(Duration.ofDays(1)))));
    if (opened.isPresent()) {
      return opened;
    }
    return open(caseNumber, channel, person, actor).allowed() ? attempts.openConversation(caseNumber, channel, person)
        : Optional.empty();
  }
}
