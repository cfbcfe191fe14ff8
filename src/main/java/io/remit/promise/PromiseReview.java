package io.remit.promise;

import io.remit.cases.AccountsChanged;
import io.remit.cases.BusinessCalendar;
import io.remit.cases.CaseEnded;
import io.remit.cases.CaseProcess;
import io.remit.cases.CaseRepository;
import io.remit.cases.Channel;
import io.remit.cases.CollectionCase;
import io.remit.cases.MatterKey;
import io.remit.cases.MatterProcess;
import io.remit.promise.Promise.Status;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.context.event.EventListener;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;

/** Finds out whether promises were kept: when their day is over, and after every change of the debtor's accounts. */
@Component
public class PromiseReview {

  /** Whose calls are made by collectors, so that a broken promise can go back to who took it. */

  private final PromiseRepository promises;
  private final Promises life;
  private final PromisePayments payments;
  private final CaseRepository cases;
  private final CaseProcess caseProcess;
  private final MatterProcess matters;
  private final BusinessCalendar calendar;

  PromiseReview(PromiseRepository promises, Promises life, PromisePayments payments, CaseRepository cases,
      CaseProcess caseProcess, MatterProcess matters, BusinessCalendar calendar) {
    this.promises = promises;
    this.life = life;
    this.payments = payments;
    this.cases = cases;
    this.caseProcess = caseProcess;
    this.matters = matters;
    this.calendar = calendar;
  }

  /**
   * The day of a promise is over: decides it, in the promise's own process. One that was decided meanwhile stays so.
   *
   * @return KEPT, PARTLY_KEPT or BROKEN
   */
  public Status judge(MatterKey matter) {
    cases.lock(matter.caseNumber());
    Promise promise = promises.get(matter.number());
    if (promise.status() != Status.OPEN) {
      return promise.status();
    }
    BigDecimal paid =
        Objects.requireNonNull(payments.of(promises.ofCase(promise.caseNumber())).get(promise.promiseId()));
    Status judged = promise.judged(paid, calendar.today());
    life.became(promise, judged, paid);
    return judged;
  }

  /**
   * Looks at the promises of a case again: one that is paid in full is kept at once, one whose payment was taken back
   * runs again or was not kept after all, and one whose payment was booked late was kept after all.
   */
  @EventListener
  void accountsChanged(AccountsChanged changed) {
    List<Promise> all = promises.ofCase(changed.caseNumber());
    if (all.stream().noneMatch(promise -> promise.status().isJudged())) {
      return;
    }
    Map<Long, BigDecimal> paid = payments.of(all);
    boolean closed = cases.get(changed.caseNumber()).status() == CollectionCase.Status.CLOSED;
    all.stream().filter(promise -> promise.status().isJudged())
        .forEach(promise -> reconsider(promise, Objects.requireNonNull(paid.get(promise.promiseId())), closed));
  }

  private void reconsider(Promise promise, BigDecimal paid, boolean closed) {
    if (closed) {
      reconsiderInClosedCase(promise, paid);
      return;
    }
    Status judged = promise.judged(paid, calendar.today());
    if (judged == promise.status()) {
      return;
    }
    life.became(promise, judged, paid);
    if (promise.status() == Status.OPEN) {
      matters.changed(promise.key(), judged.name());
    } else if (judged == Status.OPEN) {
      caseProcess.redate(promise.caseNumber());
      matters.start(promise.key(), Promises.MODEL);
    } else if (promise.status() == Status.KEPT) {
      tellCase(promise);
    }
  }

  /** What was decided with the end of a case stands, unless what had been paid was taken back. */
  private void reconsiderInClosedCase(Promise promise, BigDecimal paid) {
    if (promise.status() == Status.KEPT && paid.compareTo(promise.paid()) < 0) {
      Status judged = promise.judged(paid, calendar.today());
      life.became(promise, judged == Status.OPEN ? Status.CANCELLED : judged, paid);
    }
  }

  /** A promise was not kept: the case is treated at once, and by whom it was taken. */
  public void notKept(MatterKey matter) {
    tellCase(promises.get(matter.number()));
  }

  private void tellCase(Promise promise) {
    if (promise.channel() == Channel.CALL) {
      cases.setCollector(promise.caseNumber(), promise.takenBy());
    }
    if (cases.get(promise.caseNumber()).status() == CollectionCase.Status.OPEN) {
      cases.restExactly(promise.caseNumber(), calendar.now());
      caseProcess.redate(promise.caseNumber());
    }
  }

  /** Promises end with their case; those that ran were kept if everything that it asked for was paid. */
  @EventListener
  @Order(CaseEnded.AGREEMENTS)
  void caseEnded(CaseEnded ended) {
    List<Promise> all = promises.ofCase(ended.caseNumber());
    List<Promise> ending = all.stream().filter(promise -> promise.status().runsOrMay()).toList();
    if (ending.isEmpty()) {
      return;
    }
    Map<Long, BigDecimal> paidOnEach = payments.of(all);
    for (Promise promise : ending) {
      Status status = ended.isPaid() && promise.status() == Status.OPEN ? Status.KEPT : Status.CANCELLED;
      life.became(promise, status, paidOnEach.getOrDefault(promise.promiseId(), BigDecimal.ZERO));
      promises.markEndedUnpaid(promise.promiseId());
      matters.changed(promise.key(), status.name());
    }
  }
}
