package io.remit.gate;

import io.remit.cases.BusinessCalendar;
import io.remit.gate.ContactQuestion.DebtorNow;
import io.remit.gate.ContactQuestion.Wanted;
import io.remit.person.Persons;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.dao.ConcurrencyFailureException;
import org.springframework.dao.DuplicateKeyException;
import org.springframework.stereotype.Component;
import org.springframework.transaction.PlatformTransactionManager;
import org.springframework.transaction.TransactionDefinition;
import org.springframework.transaction.support.TransactionTemplate;

/**
 * The one gate that every contact passes, by whomever and through whatever channel, asked at the moment of contact. It
 * blocks; it does not warn. Whoever may contact a debtor has a turn, and no turn is given twice: of those who ask at
 * the same moment one gets the last that a cap leaves, and the others are answered anew.
 */
@Component
public class ContactGate {

  private static final Logger LOG = LoggerFactory.getLogger(ContactGate.class);
  private static final int TRIES = 200;

  private final CollectibleCases cases;
  private final ReachableDebtors debtors;
  private final ContactLimits limits;
  private final ClearanceRepository clearances;
  private final Persons persons;
  private final BusinessCalendar calendar;
  private final TransactionTemplate ownTransaction;

  ContactGate(CollectibleCases cases, ReachableDebtors debtors, ContactLimits limits, ClearanceRepository clearances,
      Persons persons, BusinessCalendar calendar, PlatformTransactionManager transactions) {
    this.cases = cases;
    this.debtors = debtors;
    this.limits = limits;
    this.clearances = clearances;
    this.persons = persons;
    this.calendar = calendar;
    this.ownTransaction = new TransactionTemplate(transactions);
    this.ownTransaction.setPropagationBehavior(TransactionDefinition.PROPAGATION_REQUIRES_NEW);
  }

  /**
   * What the gate would say now; nothing is written down and no turn is taken.
   *
   * @param attemptId an attempt that does not count against itself; 0 for none
   */
  public GateDecision look(Contact contact, long attemptId) {
    return lookFor(contact, attemptId).decision();
  }

  /** The same, with the number or address and the text that may be used if it is allowed. */
  public Clearance lookFor(Contact contact, long attemptId) {
    return ask(contact, attemptId).clearance();
  }

  /**
   * Asks for an attempt that is in the contact ledger, and writes down there what the gate says. If it allows, the
   * attempt has its turn and may be made at once; all that happens in a transaction of its own, whatever becomes of the
   * caller's.
   *
   * @param onceAllowed what else is to be written down in that transaction
   * @return empty if the attempt is not waiting any more
   */
  public Optional<Clearance> admit(Contact contact, long attemptId, Consumer<Clearance> onceAllowed) {
    // Whoever had the turn is counted the next time, so that this ends as soon as the caps are used up.
    for (int lost = 0; lost < TRIES; lost++) {
      try {
        return ownTransaction.execute(transaction -> {
          Optional<Clearance> clearance = admitOnce(contact, attemptId);
          clearance.filter(Clearance::allowed).ifPresent(onceAllowed);
          return clearance;
        });
      } catch (DuplicateKeyException | ConcurrencyFailureException anotherHadTheTurn) {
        LOG.debug("Attempt {} lost its turn to another and asks again", attemptId);
      }
    }
    throw new ConcurrencyFailureException("attempt " + attemptId + " lost its turn to others " + TRIES + " times");
  }

  private Optional<Clearance> admitOnce(Contact contact, long attemptId) {
    persons.lock(persons.idsOf(cases.debtorOf(contact)));
    Answer answer = ask(contact, attemptId);
    Clearance clearance = answer.clearance();
    boolean waiting = clearance.allowed()
        ? clearances.takeTurn(attemptId, answer.turn(), Objects.requireNonNull(clearance.address()),
            clearance.decision(), limits.version(), answer.at(), calendar.now())
        : clearances.deny(attemptId, clearance.decision(), limits.version());
    return waiting ? Optional.of(clearance) : Optional.empty();
  }

  /**
   * @param turn that of the debtor which the contact would take
   * @param at the moment about which the gate was asked
   */
  private record Answer(Clearance clearance, long turn, Instant at) {
  }

  /** The answer for the first address that may be used now; if there is none, the answer for the first. */
  private Answer ask(Contact contact, long attemptId) {
    Instant now = calendar.now();
    CollectibleCases.AtHand atHand = cases.read(contact);
    Reachability debtor = debtors.of(atHand.current().debtorId());
    ContactLimits.Local local = limits.of(debtor, contact.channel(), now);
    ContactHistory history = clearances.history(persons.idsOf(atHand.current().debtorId()), now, local.lookBack(),
        attemptId);
    Draft draft = contact.words().draft(atHand.current(), debtor.debtor(), atHand.accounts());
    Wanted wanted = new Wanted(contact.answer(), contact.purpose(), draft.wording());
    DebtorNow debtorNow = debtors.forContact(contact, debtor);
    GateDecision first = null;
    for (String address : addresses(contact, debtor)) {
      GateDecision decision = GateRules.decide(new ContactQuestion(wanted, atHand.now(), debtorNow,
          local.with(history, contact.channel().isByPhone() ? address : null)), now);
      if (decision.allowed()) {
        return new Answer(new Clearance(decision, address, draft.text()), history.lastTurn() + 1, now);
      }
      first = first == null ? decision : first;
    }
    return new Answer(Clearance.denied(Objects.requireNonNull(first)), history.lastTurn() + 1, now);
  }

  /** What may be tried, the best first; one that is null if there is nothing. */
  private static List<@Nullable String> addresses(Contact contact, Reachability debtor) {
    if (contact.answerTo() != null) {
      return List.of(contact.answerTo());
    }
    List<String> known = debtor.addresses(contact.channel(), contact.person());
    return known.isEmpty() ? Collections.singletonList(null) : known;
  }
}
