package io.remit.promise;

import io.remit.cases.AgreedAccounts;
import io.remit.cases.BusinessCalendar;
import io.remit.cases.CaseProcess;
import io.remit.cases.CaseReturned;
import io.remit.cases.Channel;
import io.remit.cases.EntryKind;
import io.remit.cases.MatterKey;
import io.remit.cases.MatterProcess;
import io.remit.cases.Timeline;
import io.remit.promise.Promise.Given;
import io.remit.promise.Promise.Status;
import io.remit.promise.Promise.Terms;
import io.remit.translation.Translation;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.springframework.context.event.EventListener;
import org.springframework.stereotype.Component;

/** Takes promises to pay, and tells how long the debtor is left in peace for them. */
@Component
public class Promises {

  /** The process in which a promise runs. */
  static final String MODEL = "promise";
  /** Where the process of a promise is that was approved, and confirmed to the debtor. */
  private static final String AGREED = "reminder_wanted";

  private final PromiseRepository promises;
  private final PromisePayments payments;
  private final AgreedAccounts agreed;
  private final CaseProcess caseProcess;
  private final MatterProcess matters;
  private final BusinessCalendar calendar;
  private final Timeline timeline;

  Promises(PromiseRepository promises, PromisePayments payments, AgreedAccounts agreed, CaseProcess caseProcess,
      MatterProcess matters, BusinessCalendar calendar, Timeline timeline) {
    this.promises = promises;
    this.payments = payments;
    this.agreed = agreed;
    this.caseProcess = caseProcess;
    this.matters = matters;
    this.calendar = calendar;
    this.timeline = timeline;
  }

  /**
   * Records a promise that keeps the limits, and lets it run. Until it is over the case rests, no stage comes either.
   *
   * @param channel of the conversation in which it was given
   */
  public void take(String caseNumber, Given given, PromiseLimits limits, Channel channel, String takenBy) {
    LocalDate approveBy = limits.approval() ? calendar.today().plusDays(limits.approvalDays()) : null;
    long promiseId = promises.insert(new Promise(0, caseNumber, given, calendar.now(), takenBy, channel,
        new Terms(limits.graceDays(), limits.thresholdPercent(), approveBy),
        limits.approval() ? Status.PROPOSED : Status.OPEN, BigDecimal.ZERO));
    MatterKey matter = new MatterKey(caseNumber, MatterKey.Kind.PROMISE, promiseId);
    agreed.name(matter);
    agreed.setInForce(matter, true);
    timeline.add(caseNumber, EntryKind.PROMISE, channel, takenBy, "Promise to pay " + given.currency() + " "
        + given.amount().toPlainString() + " by " + given.promisedFor()
        + (limits.approval() ? "; a supervisor decides on it" : ""), null);
    caseProcess.redate(caseNumber);
    matters.start(matter, MODEL);
  }

  /** Starts the processes of promises that run and have none: those that were taken before each had its own. */
  public void follow(String caseNumber) {
    promises.ofCase(caseNumber).stream().filter(promise -> promise.status() == Status.OPEN).forEach(promise ->
        matters.start(promise.key(), MODEL));
  }

  /** The accounts of a closed case are back: promises that ran when it closed run in the new one, if they still can. */
  @EventListener
  void returned(CaseReturned returned) {
    for (Promise ended : promises.endedUnpaid(returned.earlier())) {
      Status status = ended.status() == Status.KEPT ? Status.OPEN : Status.PROPOSED;
      Promise again = new Promise(0, returned.caseNumber(), ended.given(), ended.takenAt(), ended.takenBy(),
          ended.channel(), ended.terms(), status, BigDecimal.ZERO);
      LocalDate last = status == Status.OPEN ? again.lastDay() : again.terms().approveBy();
      if (last != null && !last.isBefore(calendar.today())) {
        goOn(ended, again);
      }
    }
  }

  private void goOn(Promise ended, Promise again) {
    promises.setStatus(ended.promiseId(), Status.CANCELLED, ended.paid(), calendar.now());
    MatterKey matter = new MatterKey(again.caseNumber(), MatterKey.Kind.PROMISE, promises.insert(again));
    agreed.setInForce(ended.key(), false);
    agreed.nameAs(matter, ended.key());
    agreed.setInForce(matter, true);
    timeline.add(again.caseNumber(), EntryKind.PROMISE, Timeline.SYSTEM,
        "Promise by " + again.promisedFor() + " goes on", ended.caseNumber());
    if (again.status() == Status.OPEN) {
      matters.startAt(matter, MODEL, AGREED);
    } else {
      matters.start(matter, MODEL);
    }
  }

  /** @throws org.springframework.dao.EmptyResultDataAccessException if there is no such promise */
  public Promise get(long promiseId) {
    return promises.get(promiseId);
  }

  /** The promises of a case in the order in which they were taken. */
  public List<Promise> ofCase(String caseNumber) {
    return promises.ofCase(caseNumber);
  }

  /** How many promises of a case were broken or kept in part only. */
  public int notKept(String caseNumber) {
    return (int) promises.ofCase(caseNumber).stream().filter(promise -> promise.status().isNotKept()).count();
  }

  /**
   * Where the newest promise of a case stands now, also if nobody has written that down yet; empty if there is none.
   */
  public Optional<Status> newest(String caseNumber) {
    List<Promise> all = promises.ofCase(caseNumber);
    if (all.isEmpty()) {
      return Optional.empty();
    }
    Promise newest = all.get(all.size() - 1);
    return Optional.of(newest.status() != Status.OPEN ? newest.status()
        : newest.judged(Objects.requireNonNull(payments.of(all).get(newest.promiseId())), calendar.today()));
  }

  /** What the promises that run, or wait for a supervisor, still ask the debtor for, in the case's currency. */
  public BigDecimal stillPromised(String caseNumber) {
    List<Promise> all = promises.ofCase(caseNumber);
    Map<Long, BigDecimal> paid = payments.of(all);
    return all.stream().filter(promise -> promise.status().runsOrMay())
        .map(promise -> promise.amount().subtract(paid.getOrDefault(promise.promiseId(), BigDecimal.ZERO)))
        .reduce(BigDecimal.ZERO, BigDecimal::add);
  }

  /** Until when nobody may contact the debtor for what is promised; empty if no promise stands against it. */
  public Optional<Instant> pausesContactUntil(String caseNumber) {
    return latestEnd(
        promises.ofCase(caseNumber).stream().filter(promise -> promise.status().runsOrMay()).toList());
  }

  /**
   * Until when the case rests for its promises: as long as contact pauses, and after one that was kept early as long as
   * if it had not been. Whoever pays before the day is not called for it.
   */
  public Optional<Instant> restsUntil(String caseNumber) {
    return latestEnd(promises.ofCase(caseNumber).stream()
        .filter(promise -> promise.status().runsOrMay() || promise.status() == Status.KEPT).toList());
  }

  /** When a promise is over: at the start of business on the day after its last day. */
  public Instant overAt(Promise promise) {
    return calendar.startOfBusiness(promise.lastDay().plusDays(1));
  }

  /** When a supervisor should have decided on a promise at the latest: until then contact pauses for it. */
  public Instant decisionDue(Promise promise) {
    return calendar.startOfBusiness(Objects.requireNonNull(promise.terms().approveBy()).plusDays(1));
  }

  /** Writes down what became of a promise. */
  void became(Promise promise, Status status, BigDecimal paid) {
    promises.setStatus(promise.promiseId(), status, paid, calendar.now());
    agreed.setInForce(promise.key(), status.runsOrMay());
    timeline.add(promise.caseNumber(), EntryKind.PROMISE, Timeline.SYSTEM, text(promise, status),
        status.isNotKept() ? "paid " + promise.currency() + " " + paid.toPlainString() : null);
  }

  private static String text(Promise promise, Status status) {
    return status == Status.OPEN ? "Promise by " + promise.promisedFor() + " runs again: its payment was taken back"
        : "Promise by " + promise.promisedFor() + " " + Translation.asWords(status.name());
  }

  private Optional<Instant> latestEnd(Collection<Promise> pausing) {
    return pausing.stream().map(promise -> promise.status() == Status.PROPOSED ? decisionDue(promise) : overAt(promise))
        .filter(end -> end.isAfter(calendar.now())).max(Instant::compareTo);
  }
}
