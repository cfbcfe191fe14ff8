package io.remit.contact.notice;

import io.remit.cases.BusinessCalendar;
import io.remit.cases.CaseRepository;
import io.remit.gate.ContactLimits;
import io.remit.promise.Promise;
import io.remit.promise.Promises;
import java.time.Instant;
import org.springframework.stereotype.Component;

/** When a debtor is reminded of a promise, if a reminder was agreed. */
@Component
public class PromiseReminder {

  private final Promises promises;
  private final CaseRepository cases;
  private final ContactLimits limits;
  private final BusinessCalendar calendar;

  PromiseReminder(Promises promises, CaseRepository cases, ContactLimits limits, BusinessCalendar calendar) {
    this.promises = promises;
    this.cases = cases;
    this.limits = limits;
    this.calendar = calendar;
  }

  /** Whether the debtor agreed to a reminder, and the time for it is still to come. */
  public boolean isAhead(long promiseId) {
    return promises.get(promiseId).given().reminderAgreed() && due(promiseId).isAfter(calendar.now());
  }

  /** When the reminder goes out: when the debtor may be contacted, from the day before the promised day on. */
  public Instant due(long promiseId) {
    Promise promise = promises.get(promiseId);
    Instant dayBefore = calendar.startOfBusiness(promise.promisedFor().minusDays(1));
    return limits.windowOf(cases.get(promise.caseNumber()).debtorId()).next(dayBefore).orElse(dayBefore);
  }
}
