package io.remit.contact.treatment;

import io.remit.cases.BusinessCalendar;
import io.remit.cases.CaseLeftStage;
import io.remit.cases.CaseProcess;
import io.remit.cases.CaseRepository;
import io.remit.cases.CaseRepository.NextTreatment;
import io.remit.cases.Channel;
import io.remit.cases.CollectionCase;
import io.remit.cases.EntryKind;
import io.remit.cases.Timeline;
import io.remit.contact.ContactAttempt;
import io.remit.contact.ContactAttempts;
import io.remit.contact.ContactLedger;
import io.remit.gate.GateDecision;
import io.remit.gate.Person;
import java.time.Duration;
import java.time.Instant;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.springframework.context.event.EventListener;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** What a case does in its stage, one treatment after the other. */
@Component
public class Treatments {

  private static final Duration ONE_DAY = Duration.ofDays(1);
  /** How the names of texts for contact persons begin. */
  public static final String FOR_CONTACT_PERSONS = "contact-person-";
  /** No other channel would help against these. */
  private static final Set<String> RULES_ABOUT_THE_CASE = Set.of("case-closed", "on-hold", "nothing-due", "stage-left");

  private final CaseRepository cases;
  private final ContactLedger ledger;
  private final ContactAttempts attempts;
  private final CaseProcess process;
  private final DebtorSearch search;
  private final BusinessCalendar calendar;
  private final Timeline timeline;

  Treatments(CaseRepository cases, ContactLedger ledger, ContactAttempts attempts, CaseProcess process,
      DebtorSearch search, BusinessCalendar calendar, Timeline timeline) {
    this.cases = cases;
    this.ledger = ledger;
    this.attempts = attempts;
    this.process = process;
    this.search = search;
    this.calendar = calendar;
    this.timeline = timeline;
  }

  /** Takes a decision: a message will be planned, and the case will rest, as decided. */
  public void decided(String caseNumber, TreatmentDecision decision) {
    cases.setNextTreatment(caseNumber,
        new NextTreatment(decision.channel(), decision.template(), decision.waitDays()));
    if (decision.treatment() == Treatment.LATER) {
      rest(caseNumber, decision.waitDays());
    }
    search.note(cases.get(caseNumber));
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
    Optional<String> first = attempts.comesFirst(current.debtorId(), caseNumber, calendar.now().minus(ONE_DAY),
        calendar.now());
    if (first.isPresent()) {
      timeline.add(caseNumber, EntryKind.TURN, Timeline.SYSTEM, "Another case of the debtor writes first", first.get());
      rest(caseNumber, 1);
      return;
    }
    NextTreatment decided = cases.nextTreatment(caseNumber);
    String template = Objects.requireNonNull(decided.template(), "a message that was decided on has a text");
    Channel channel = Objects.requireNonNull(decided.channel(), "a message that was decided on has a channel");
    Person person = template.startsWith(FOR_CONTACT_PERSONS) ? Person.CONTACT_PERSON : Person.DEBTOR;
    long attemptId = ledger.plan(new ContactLedger.Plan(caseNumber, current.debtorId(), current.stage().name(),
        channel, person, template, null, Timeline.SYSTEM), calendar.now());
    attempts.plannedFor(current.debtorId()).stream().filter(other -> other.caseNumber().equals(caseNumber))
        .filter(other -> other.attemptId() != attemptId && other.isTreatment())
        .forEach(older -> ledger.supersede(older.attemptId(), attemptId));
    carriedOut(caseNumber);
  }

  /**
   * The same for a message that the drawing itself says.
   *
   * @param waitDays how long the case rests after it
   */
  public void planMessage(String caseNumber, StepText text, int waitDays) {
    cases.setNextTreatment(caseNumber, new NextTreatment(text.channel(), text.template(), waitDays));
    planMessage(caseNumber);
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
    if (!attempt.isTreatment() || !inItsStage || !attempts.isNewest(attempt)) {
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

  /** Nothing that was planned but not sent in a stage may go out after it. */
  @EventListener
  @Order(CaseLeftStage.CONTACTS)
  void stageLeft(CaseLeftStage left) {
    ledger.cancelPlanned(left.caseNumber());
  }
}
