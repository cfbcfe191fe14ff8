package io.remit.gate;

import io.remit.cases.BusinessCalendar;
import io.remit.cases.CaseFigures;
import io.remit.cases.CaseRepository;
import io.remit.cases.CollectionCase;
import io.remit.cases.DebtorRepository;
import io.remit.cases.Stage;
import io.remit.gate.ContactQuestion.Address;
import io.remit.gate.ContactQuestion.ThirdParty;
import io.remit.gate.ContactQuestion.Wording;
import io.remit.gate.ContactRule.Kind;
import io.remit.ledger.Account;
import io.remit.ledger.AccountRepository;
import io.remit.person.Persons;
import io.remit.promise.Promises;
import io.remit.region.RegionalRules;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
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

  private final CaseRepository cases;
  private final DebtorRepository debtors;
  private final AccountRepository accounts;
  private final CaseFigures figures;
  private final Promises promises;
  private final ReachabilityRepository reachability;
  private final AdmissionRepository admissions;
  private final ContactPolicy policy;
  private final Places places;
  private final PublicHolidays holidays;
  private final ContactBars bars;
  private final RegionalRules regions;
  private final Persons persons;
  private final BusinessCalendar calendar;
  private final TransactionTemplate ownTransaction;

  ContactGate(CaseRepository cases, DebtorRepository debtors, AccountRepository accounts, CaseFigures figures,
      Promises promises, ReachabilityRepository reachability, AdmissionRepository admissions, ContactPolicy policy,
      Places places, PublicHolidays holidays, ContactBars bars, RegionalRules regions, Persons persons,
      BusinessCalendar calendar, PlatformTransactionManager transactions) {
    this.cases = cases;
    this.debtors = debtors;
    this.accounts = accounts;
    this.figures = figures;
    this.promises = promises;
    this.reachability = reachability;
    this.admissions = admissions;
    this.policy = policy;
    this.places = places;
    this.holidays = holidays;
    this.bars = bars;
    this.regions = regions;
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

  /** The same, with the number or address that may be used if it is allowed. */
  public Admission lookFor(Contact contact, long attemptId) {
    Answer answer = ask(contact, attemptId);
    return new Admission(answer.decision(), answer.address());
  }

  /**
   * Asks for an attempt that is in the contact ledger, and writes down there what the gate says. If it allows, the
   * attempt has its turn and may be made at once; all that happens in a transaction of its own, whatever becomes of the
   * caller's.
   *
   * @param onceAllowed what else is to be written down in that transaction
   * @return empty if the attempt is not waiting any more
   */
  public Optional<Admission> admit(Contact contact, long attemptId, Runnable onceAllowed) {
    // Whoever had the turn is counted the next time, so that this ends as soon as the caps are used up.
    for (int lost = 0; lost < TRIES; lost++) {
      try {
        return ownTransaction.execute(transaction -> {
          Optional<Admission> admission = admitOnce(contact, attemptId);
          admission.filter(Admission::allowed).ifPresent(allowed -> onceAllowed.run());
          return admission;
        });
      } catch (DuplicateKeyException | ConcurrencyFailureException anotherHadTheTurn) {
        LOG.debug("Attempt {} lost its turn to another and asks again", attemptId);
      }
    }
    throw new ConcurrencyFailureException("attempt " + attemptId + " lost its turn to others " + TRIES + " times");
  }

  private Optional<Admission> admitOnce(Contact contact, long attemptId) {
    persons.lock(persons.idsOf(cases.get(contact.caseNumber()).debtorId()));
    Answer answer = ask(contact, attemptId);
    boolean waiting = answer.decision().allowed()
        ? admissions.takeTurn(attemptId, answer.turn(), answer.address(), answer.decision(), policy.version(),
            calendar.now())
        : admissions.deny(attemptId, answer.decision(), policy.version());
    return waiting ? Optional.of(new Admission(answer.decision(), answer.address())) : Optional.empty();
  }

  /** The hours and days on which a debtor may be contacted, by the rules for calls, which are the strictest. */
  public ContactWindow windowOf(String debtorId) {
    return windowOf(debtorId, Channel.CALL);
  }

  /** The hours and days on which a channel may be used for a debtor, whether or not he can be reached by it. */
  public ContactWindow windowOf(String debtorId, Channel channel) {
    Reachability debtor = reachability(debtorId);
    Place place = places.of(debtor, calendar.now());
    return window(debtor, place, rules(place, channel, debtor), channel);
  }

  /**
   * The hours and days on which a channel may be used for a debtor.
   *
   * @return empty if it can never be used, as far as is known: he does not want it, or the law asks for a consent that
   *     he has not given, there is no number or address, or no hour suits all places where he may be
   */
  public Optional<ContactWindow> windowOf(Reachability debtor, Channel channel) {
    Instant now = calendar.now();
    Place place = places.of(debtor, now);
    List<ContactRule> rules = rules(place, channel, debtor);
    if (!debtor.serves(channel) || rules.stream().anyMatch(rule -> rule.kind() == Kind.WITH_CONSENT)) {
      return Optional.empty();
    }
    return Optional.of(window(debtor, place, rules, channel)).filter(window -> window.next(now).isPresent());
  }

  /** Whether a stage may use a channel. */
  public boolean allows(Stage stage, Channel channel) {
    return policy.allows(stage, channel);
  }

  /** How a debtor can be reached. */
  public Reachability reachability(String debtorId) {
    return reachability.of(debtors.get(debtorId));
  }

  /** Whether the debtor cannot be reached himself: no number of his serves, or the last attempts all failed. */
  public boolean isLost(Reachability debtor) {
    return debtor.everyNumberFailed() || admissions.lastAttemptsFailed(debtor.debtor().debtorId());
  }

  private record Answer(GateDecision decision, String address, long turn) {
  }

  /** The case as it was read for one question: what is the same whichever of his addresses is tried. */
  private record AtHand(CollectionCase current, Reachability debtor, Place place, List<ContactRule> rules,
      ContactWindow window, ContactHistory history, boolean actorBarred, boolean somethingDue, Wording wording,
      Instant regionClosedUntil, Instant pausedUntil, Instant uncertainUntil) {
  }

  /** The answer for the first address that may be used now; if there is none, the answer for the first. */
  private Answer ask(Contact contact, long attemptId) {
    Instant now = calendar.now();
    AtHand atHand = read(contact, attemptId, now);
    Answer first = null;
    for (String address : addresses(contact, atHand.debtor())) {
      Answer answer = ask(contact, atHand, address, now);
      if (answer.decision().allowed()) {
        return answer;
      }
      first = first == null ? answer : first;
    }
    return first;
  }

  private AtHand read(Contact contact, long attemptId, Instant now) {
    CollectionCase current = cases.get(contact.caseNumber());
    Reachability debtor = reachability(current.debtorId());
    Place place = places.of(debtor, now);
    List<ContactRule> rules = rules(place, contact.channel(), debtor);
    List<Account> itsAccounts = accounts.ofCase(current.caseNumber());
    LocalDate today = calendar.today();
    boolean howMuchIsUnknown = itsAccounts.stream().anyMatch(account -> account.isOverdueUnknownOn(today))
        && itsAccounts.stream().allMatch(account -> account.overdueOn(today).signum() == 0);
    return new AtHand(current, debtor, place, rules, window(debtor, place, rules, contact.channel()),
        admissions.history(persons.idsOf(current.debtorId()), now, longest(rules), attemptId),
        contact.actor() != null && bars.isBarred(current.debtorId(), contact.actor()),
        somethingDue(current, itsAccounts) || howMuchIsUnknown,
        contact.words().judge(current, debtor.debtor(), itsAccounts),
        contact.channel() == Channel.VISIT ? regions.visitsStoppedUntil(debtor.debtor()).orElse(null) : null,
        promises.pausesContactUntil(current.caseNumber()).orElse(null),
        uncertainUntil(itsAccounts, howMuchIsUnknown));
  }

  /** It is asked anew each day: the creditor's next file may have settled it. */
  private Instant uncertainUntil(List<Account> itsAccounts, boolean howMuchIsUnknown) {
    LocalDate today = calendar.today();
    boolean uncertain = itsAccounts.stream().anyMatch(account -> account.isUncertainOn(today));
    return uncertain || howMuchIsUnknown ? calendar.startOf(today.plusDays(1)) : null;
  }

  /** What may be tried, the best first; one that is null if there is nothing. */
  private static List<String> addresses(Contact contact, Reachability debtor) {
    if (contact.answerTo() != null) {
      return List.of(contact.answerTo());
    }
    List<String> known = debtor.addresses(contact.channel(), contact.person());
    return known.isEmpty() ? Collections.singletonList(null) : known;
  }

  private Answer ask(Contact contact, AtHand atHand, String address, Instant now) {
    Channel channel = contact.channel();
    CollectionCase current = atHand.current();
    Reachability debtor = atHand.debtor();
    ContactQuestion question = new ContactQuestion(contact.answer(),
        current.status(), current.stage(), channel, atHand.actorBarred(),
        current.heldChannels().contains(channel.name()),
        contact.plannedIn() != null && contact.plannedIn() != current.stage(),
        policy.allows(current.stage(), channel), atHand.somethingDue(), atHand.wording(),
        contact.person() == Person.DEBTOR && debtor.optedOut().contains(channel),
        contact.answerTo() != null ? Address.USABLE : debtor.of(channel, contact.person()),
        thirdParty(contact.person(), debtor), channel.isByPhone() ? address : null, atHand.regionClosedUntil(),
        atHand.rules(), atHand.place(), atHand.window(), atHand.history(), contact.purpose(), atHand.pausedUntil(),
        atHand.uncertainUntil());
    GateDecision decision = GateRules.decide(question, now);
    return new Answer(decision, decision.allowed() ? address : null, atHand.history().lastTurn() + 1);
  }

  /** The rules of all places where he may be; none that asks for a consent that he has given. */
  private List<ContactRule> rules(Place place, Channel channel, Reachability debtor) {
    return place.jurisdictions().stream().flatMap(jurisdiction -> policy.rulesOf(jurisdiction, channel).stream())
        .filter(rule -> rule.kind() != Kind.WITH_CONSENT || !debtor.consented().contains(channel)).distinct().toList();
  }

  /** A letter is read when it suits the debtor, whenever it is posted. */
  private ContactWindow window(Reachability debtor, Place place, List<ContactRule> rules, Channel channel) {
    return new ContactWindow(rules, place, day -> holidays.isHoliday(day, place),
        channel == Channel.LETTER ? SuitableHours.ANY : debtor.suitable(), debtor.debtor().timeZone());
  }

  private ThirdParty thirdParty(Person person, Reachability debtor) {
    if (person == Person.DEBTOR) {
      return ThirdParty.NOT_CONCERNED;
    }
    if (debtor.thirdPartyClosed()) {
      return ThirdParty.CLOSED;
    }
    return isLost(debtor) ? ThirdParty.MAY_BE_ASKED : ThirdParty.DEBTOR_NOT_LOST;
  }

  private boolean somethingDue(CollectionCase current, List<Account> itsAccounts) {
    CaseFigures.Figures amounts = figures.of(current, itsAccounts);
    return current.stage() == Stage.REMINDER ? amounts.outstanding().signum() != 0 : amounts.overdue().signum() != 0;
  }

  private static Duration longest(List<ContactRule> rules) {
    return Duration.ofDays(rules.stream().mapToInt(ContactRule::days).max().orElse(1) + 1L);
  }
}
