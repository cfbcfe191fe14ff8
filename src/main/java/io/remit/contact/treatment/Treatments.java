package io.remit.contact.treatment;

import io.remit.cases.BusinessCalendar;
import io.remit.cases.CaseFigures;
import io.remit.cases.CaseProcess;
import io.remit.cases.CaseRepository;
import io.remit.cases.CaseRepository.NextTreatment;
import io.remit.cases.CollectionCase;
import io.remit.cases.DebtorDetails;
import io.remit.cases.Timeline;
import io.remit.contact.ContactAttempt;
import io.remit.contact.ContactLedger;
import io.remit.contact.OverdueReason;
import io.remit.contact.channel.Gateways;
import io.remit.gate.Channel;
import io.remit.gate.ContactGate;
import io.remit.gate.GateDecision;
import io.remit.gate.Person;
import io.remit.gate.Reachability;
import io.remit.promise.Promise;
import io.remit.promise.Promises;
import io.remit.region.RegionalRules;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.springframework.stereotype.Component;

/** What a case does in its stage, one treatment after the other. */
@Component
public class Treatments {

  private static final Duration ONE_DAY = Duration.ofDays(1);
  /** How the names of texts for contact persons begin. */
  public static final String FOR_CONTACT_PERSONS = "contact-person-";
  /** What stands in the place of the last message's state once the review that it announced was made. */
  private static final String REVIEWED = "REVIEWED";
  /** A Sunday between two holidays. */
  private static final Duration SOON = Duration.ofDays(4);
  /** No other channel would help against these. */
  private static final Set<String> RULES_ABOUT_THE_CASE = Set.of("case-closed", "on-hold", "nothing-due", "stage-left");

  private final CaseRepository cases;
  private final CaseFigures figures;
  private final ContactLedger ledger;
  private final ContactGate gate;
  private final Gateways gateways;
  private final RegionalRules regions;
  private final Promises promises;
  private final CaseProcess process;
  private final TreatmentForecast forecast;
  private final DebtorSearch search;
  private final BusinessCalendar calendar;
  private final Timeline timeline;

  Treatments(CaseRepository cases, CaseFigures figures, ContactLedger ledger, ContactGate gate, Gateways gateways,
      RegionalRules regions, Promises promises, CaseProcess process, TreatmentForecast forecast,
      DebtorSearch search, BusinessCalendar calendar, Timeline timeline) {
    this.cases = cases;
    this.figures = figures;
    this.ledger = ledger;
    this.gate = gate;
    this.gateways = gateways;
    this.regions = regions;
    this.promises = promises;
    this.process = process;
    this.forecast = forecast;
    this.search = search;
    this.calendar = calendar;
    this.timeline = timeline;
  }

  /** What the decisions ask for, by the names of their inputs. */
  public Map<String, Object> facts(String caseNumber) {
    CollectionCase current = cases.get(caseNumber);
    Reachability reachability = gate.reachability(current.debtorId());
    DebtorDetails debtor = reachability.debtor();
    Map<String, Object> facts = new HashMap<>();
    CaseFigures.Figures amounts = figures.of(caseNumber);
    facts.put("daysPastDue", Math.toIntExact(amounts.daysPastDue()));
    facts.put("treatments", current.treatmentsInStage());
    facts.put("canCall", mayBe(current, reachability, Channel.CALL));
    facts.put("canText", mayBe(current, reachability, Channel.SMS));
    facts.put("canEmail", mayBe(current, reachability, Channel.EMAIL));
    facts.put("canWrite", mayBe(current, reachability, Channel.LETTER));
    facts.put("canVisit", mayBe(current, reachability, Channel.VISIT));
    facts.put("robotCanCall", gateways.robotsCall() && mayBe(current, reachability, Channel.ROBOT_CALL));
    facts.put("askContactPerson", reachability.hasContactPerson() && gate.isLost(reachability));
    facts.put("hasAddress", debtor.address() != null);
    facts.put("regionClosed", regions.visitsStoppedUntil(debtor).isPresent());
    facts.put("ownsProperty", debtor.ownsProperty());
    facts.put("debtorType", debtor.type().name());
    facts.put("overdueAmount", amounts.overdueAmount());
    Optional<Promise.Status> promise = promises.newest(caseNumber);
    facts.put("promiseBroken", promise.filter(Promise.Status::isNotKept).isPresent());
    facts.put("promiseRejected", promise.filter(Promise.Status.REJECTED::equals).isPresent());
    facts.put("overdueReason", ledger.newestOverdueReason(caseNumber).map(Enum::name).orElse("NONE"));
    facts.put("lastOutcome", ledger.lastOutcome(caseNumber).orElse("NONE"));
    facts.put("lastMessage", lastMessage(current));
    return facts;
  }

  private String lastMessage(CollectionCase current) {
    if (cases.isReviewed(current.caseNumber())) {
      return REVIEWED;
    }
    Instant since = current.stageEnteredAt() == null ? current.openedAt() : current.stageEnteredAt();
    return ledger.lastMessageStatus(current.caseNumber(), current.stage().name(), since).map(Enum::name).orElse("NONE");
  }

  /** Whether the gate would ever let a channel be used for this case as things are: at some hour, if not now. */
  private boolean mayBe(CollectionCase current, Reachability debtor, Channel channel) {
    return gate.allows(current.stage(), channel) && !current.heldChannels().contains(channel.name())
        && gate.windowOf(debtor, channel).isPresent();
  }

  /** Whether a person may ever make a contact by this channel as things are, and no rule for the region stops it. */
  boolean mayBe(CollectionCase current, Channel channel) {
    Reachability debtor = gate.reachability(current.debtorId());
    return mayBe(current, debtor, channel)
        && (channel != Channel.VISIT || regions.visitsStoppedUntil(debtor.debtor()).isEmpty());
  }

  /** Whether a call may be made to the debtor, or to a contact person in his place. */
  boolean callMakesSense(CollectionCase current) {
    Reachability debtor = gate.reachability(current.debtorId());
    return mayBe(current, debtor, Channel.CALL) || debtor.hasContactPerson() && gate.isLost(debtor);
  }

  /** Whether nothing at all reaches the debtor, as far as is known. */
  boolean isUnreachable(CollectionCase current) {
    Reachability debtor = gate.reachability(current.debtorId());
    return Arrays.stream(Channel.values()).noneMatch(channel -> gate.windowOf(debtor, channel).isPresent());
  }

  /** What the case would do next, if it decided on a day. */
  TreatmentDecision next(CollectionCase current, LocalDate day) {
    Map<String, Object> facts = facts(current.caseNumber());
    facts.put("stage", current.stage().name());
    facts.computeIfPresent("daysPastDue",
        (name, days) -> (int) days + Math.toIntExact(ChronoUnit.DAYS.between(calendar.today(), day)));
    return forecast.decide(facts);
  }

  /**
   * The first moment, from one on, at which what the case would do next may be done. Each channel has its own hours.
   * Reviews need none; nor do letters and the decision to wait, which keep to the hours of calls where those come soon,
   * and do without where they do not.
   */
  public Instant firstMoment(String caseNumber, Instant earliest) {
    CollectionCase current = cases.get(caseNumber);
    TreatmentDecision next = next(current, calendar.dayOf(earliest));
    return switch (next.treatment()) {
      case CALL -> inHours(current, Channel.CALL, earliest);
      case VISIT -> inHours(current, Channel.VISIT, earliest);
      case MESSAGE -> next.channel() == Channel.LETTER ? inHoursIfSoon(current, earliest)
          : inHours(current, next.channel(), earliest);
      case LATER, WAIT -> inHoursIfSoon(current, earliest);
      case COURT, PLACEMENT -> earliest;
    };
  }

  private Instant inHours(CollectionCase current, Channel channel, Instant earliest) {
    return gate.windowOf(current.debtorId(), channel).next(earliest).orElse(earliest);
  }

  private Instant inHoursIfSoon(CollectionCase current, Instant earliest) {
    return gate.windowOf(current.debtorId()).next(earliest).filter(moment -> moment.isBefore(earliest.plus(SOON)))
        .orElse(earliest);
  }

  /** Takes a decision: a message will be planned, and the case will rest, as decided. */
  public void decided(String caseNumber, TreatmentDecision decision) {
    String channel = decision.channel() == null ? null : decision.channel().name();
    cases.setNextTreatment(caseNumber, new NextTreatment(channel, decision.template(), decision.waitDays()));
    if (decision.treatment() == Treatment.LATER) {
      rest(caseNumber, decision.waitDays());
    }
    note(cases.get(caseNumber));
  }

  /** Notes whether the debtor can be reached at all: if not, a person looks for a way, unless the case is on hold. */
  void note(CollectionCase current) {
    if (current.status() == CollectionCase.Status.OPEN && isUnreachable(current)) {
      search.begin(current.caseNumber());
    } else {
      search.end(current.caseNumber());
    }
  }

  /**
   * Plans the message that was decided, which the dispatcher sends as soon as this is committed. It counts as a
   * treatment from now on; if it turns out that it cannot be sent, the case is told and goes another way. A message of
   * the case that still waits is not sent any more. A text for contact persons goes to the debtor's contact person.
   * Where another case of the debtor has waited longer for its turn it comes first, and this one decides anew on the
   * next day.
   */
  public void planMessage(String caseNumber) {
    CollectionCase current = cases.get(caseNumber);
    Optional<String> first = ledger.comesFirst(current.debtorId(), caseNumber, calendar.now().minus(ONE_DAY),
        calendar.now());
    if (first.isPresent()) {
      timeline.add(caseNumber, "TURN", null, Timeline.SYSTEM, "Another case of the debtor writes first", first.get());
      rest(caseNumber, 1);
      return;
    }
    NextTreatment decided = cases.nextTreatment(caseNumber);
    Person person = decided.template().startsWith(FOR_CONTACT_PERSONS) ? Person.CONTACT_PERSON : Person.DEBTOR;
    long attemptId = ledger.plan(new ContactLedger.Plan(caseNumber, current.debtorId(), current.stage().name(),
        Channel.valueOf(decided.channel()), person, decided.template(), null, Timeline.SYSTEM), calendar.now());
    ledger.plannedFor(current.debtorId()).stream().filter(other -> other.caseNumber().equals(caseNumber))
        .filter(other -> other.attemptId() != attemptId && other.isTreatment())
        .forEach(older -> ledger.supersede(older.attemptId(), attemptId));
    carriedOut(caseNumber);
  }

  /** The review of a stage was made: it is not made again in this stay, and the case rests as was decided with it. */
  public void reviewed(String caseNumber) {
    cases.setReviewed(caseNumber);
    carriedOut(caseNumber);
  }

  /** A treatment was carried out: it counts, and the case rests as was decided with it. */
  public void carriedOut(String caseNumber) {
    cases.countTreatment(caseNumber);
    rest(caseNumber, cases.nextTreatment(caseNumber).waitDays());
  }

  /** The same, but what the debtor said asks for the next step soon: the case decides anew on the next day. */
  public void carriedOutForNow(String caseNumber) {
    cases.countTreatment(caseNumber);
    rest(caseNumber, 1);
  }

  /**
   * Whether something came in between that has nothing to do with the will or the means of the debtor, as he just said.
   */
  public boolean outsideCause(String caseNumber) {
    return ledger.newestOverdueReason(caseNumber).map(OverdueReason::group)
        .filter(OverdueReason.Group.OUTSIDE::equals).isPresent();
  }

  /** How urgent the next call is. */
  public CallPriority callPriority(String caseNumber) {
    return promises.newest(caseNumber).filter(Promise.Status::isNotKept).isPresent() ? CallPriority.BROKEN_PROMISE
        : CallPriority.NORMAL;
  }

  /**
   * The gate forbade a message. If time will help it does not count, and the case decides anew from then on; otherwise
   * it counts, and the next treatment is tried.
   */
  public void denied(ContactAttempt attempt, GateDecision decision) {
    if (decision.nextAllowedAt() != null) {
      goOnFrom(attempt, decision.nextAllowedAt(), true);
    } else if (!RULES_ABOUT_THE_CASE.contains(decision.rule())) {
      decideAnew(attempt);
    }
  }

  /** A message did not arrive, or what the debtor said is for a person: the case decides anew at once. */
  public void decideAnew(ContactAttempt attempt) {
    goOnFrom(attempt, calendar.now(), false);
  }

  /** The debtor wrote: the case decides anew at once. */
  public void debtorWrote(CollectionCase current) {
    if (current.status() == CollectionCase.Status.OPEN) {
      cases.restExactly(current.caseNumber(), calendar.now());
      process.redate(current.caseNumber());
    }
  }

  /** Only what the case did last can change what it does next. */
  private void goOnFrom(ContactAttempt attempt, Instant moment, boolean doesNotCount) {
    CollectionCase current = cases.get(attempt.caseNumber());
    boolean inItsStage = current.status() == CollectionCase.Status.OPEN
        && current.stage().name().equals(attempt.stage());
    if (!attempt.isTreatment() || !inItsStage || !ledger.isNewest(attempt)) {
      return;
    }
    if (doesNotCount) {
      cases.uncountTreatment(attempt.caseNumber());
    }
    cases.restExactly(attempt.caseNumber(), moment);
    process.redate(attempt.caseNumber());
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
