package io.remit.contact.notice;

import io.remit.cases.BusinessCalendar;
import io.remit.cases.CaseRepository;
import io.remit.cases.CollectionCase;
import io.remit.cases.Timeline;
import io.remit.contact.ContactAttempt;
import io.remit.contact.ContactLedger;
import io.remit.gate.Channel;
import io.remit.gate.ContactGate;
import io.remit.gate.GateDecision;
import io.remit.gate.Person;
import io.remit.gate.Reachability;
import io.remit.promise.Promise;
import io.remit.promise.Promises;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.springframework.stereotype.Component;

/** What is written to a debtor about his promise: one confirmation, and one reminder if he agreed to it. */
@Component
public class PromiseMessages {

  /** How the names of the texts that confirm a promise begin. */
  public static final String CONFIRMATION = "promise-confirmation-";
  private static final String REMINDER = "promise-reminder-";
  private static final List<Channel> CHANNELS = List.of(Channel.SMS, Channel.EMAIL);

  private final Promises promises;
  private final CaseRepository cases;
  private final ContactLedger ledger;
  private final ContactGate gate;
  private final BusinessCalendar calendar;
  private final Timeline timeline;

  PromiseMessages(Promises promises, CaseRepository cases, ContactLedger ledger, ContactGate gate,
      BusinessCalendar calendar, Timeline timeline) {
    this.promises = promises;
    this.cases = cases;
    this.ledger = ledger;
    this.gate = gate;
    this.calendar = calendar;
    this.timeline = timeline;
  }

  /** Plans the confirmation: a text message, or an e-mail where no number serves. */
  public void confirm(long promiseId) {
    plan(promises.get(promiseId), CONFIRMATION);
  }

  /** Whether the confirmation was planned before. */
  public boolean isConfirmed(long promiseId) {
    return ledger.wasPlannedFor(promiseId,
        CHANNELS.stream().map(channel -> templateFor(CONFIRMATION, channel)).toList());
  }

  /** Whether the debtor agreed to a reminder, and the time for it is still to come. */
  public boolean reminderAhead(long promiseId) {
    return promises.get(promiseId).given().reminderAgreed() && reminderDue(promiseId).isAfter(calendar.now());
  }

  /** When the reminder goes out: when the debtor may be contacted, from the day before the promised day on. */
  public Instant reminderDue(long promiseId) {
    Promise promise = promises.get(promiseId);
    Instant dayBefore = calendar.startOfBusiness(promise.promisedFor().minusDays(1));
    return gate.windowOf(cases.get(promise.caseNumber()).debtorId()).next(dayBefore).orElse(dayBefore);
  }

  /** Plans the reminder, as the confirmation. */
  public void remind(long promiseId) {
    plan(promises.get(promiseId), REMINDER);
  }

  private void plan(Promise promise, String text) {
    CollectionCase current = cases.get(promise.caseNumber());
    Reachability debtor = gate.reachability(current.debtorId());
    Optional<Channel> channel = CHANNELS.stream().filter(debtor::serves).findFirst();
    if (channel.isEmpty()) {
      timeline.add(current.caseNumber(), "PROMISE", null, Timeline.SYSTEM,
          "No text about the promise: neither a number nor an e-mail address serves", null);
      return;
    }
    plan(promise, current, channel.get(), templateFor(text, channel.get()), calendar.now());
  }

  private void plan(Promise promise, CollectionCase current, Channel channel, String template, Instant notBefore) {
    ledger.planAboutPromise(new ContactLedger.Plan(current.caseNumber(), current.debtorId(), current.stage().name(),
        channel, Person.DEBTOR, template, null, Timeline.SYSTEM), promise.promiseId(), calendar.now(), notBefore);
  }

  /** The gate forbade a message about a promise: it is tried again from when it may go, as long as it makes sense. */
  public void denied(ContactAttempt attempt, GateDecision decision) {
    Promise promise = promises.get(attempt.promiseId());
    Instant promisedDayOver = calendar.startOfBusiness(promise.promisedFor().plusDays(1));
    Instant next = decision.nextAllowedAt();
    boolean inTime = next != null && next.isBefore(promisedDayOver);
    if (inTime && promise.status() == Promise.Status.OPEN) {
      plan(promise, cases.get(attempt.caseNumber()), attempt.channel(), attempt.template(), next);
    }
  }

  private static String templateFor(String text, Channel channel) {
    return text + channel.name().toLowerCase(Locale.ROOT);
  }
}
