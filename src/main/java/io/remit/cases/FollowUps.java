package io.remit.cases;

import io.remit.cases.FollowUp.Why;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/**
 * Remembers which cases could not follow a change of their accounts, in the transaction of that change: money is booked
 * whether or not the engine takes part.
 */
@Component
public class FollowUps {

  private final FollowUpRepository waiting;
  private final CaseRepository cases;
  private final Timeline timeline;
  private final BusinessCalendar calendar;
  private final ThreadLocal<Boolean> later = ThreadLocal.withInitial(() -> false);

  FollowUps(FollowUpRepository waiting, CaseRepository cases, Timeline timeline, BusinessCalendar calendar) {
    this.waiting = waiting;
    this.cases = cases;
    this.timeline = timeline;
    this.calendar = calendar;
  }

  /**
   * Does some work on accounts without their cases, which follow later. For work that failed with them: nobody knows
   * which part of the engine failed, and the work has to be done all the same.
   */
  public <T> T later(Supplier<T> work) {
    later.set(true);
    try {
      return work.get();
    } finally {
      later.remove();
    }
  }

  boolean areAskedFor() {
    return later.get();
  }

  /** Cases that have to follow cannot. Their timelines say so once. */
  void remember(String debtorId, String currency, Why why) {
    if (waiting.find(debtorId, currency).isPresent()) {
      waiting.setWhy(debtorId, currency, why);
      return;
    }
    waiting.insert(debtorId, currency, why, calendar.now());
    tell(debtorId, currency, "The case cannot follow its accounts yet", why.name());
  }

  boolean stillWaits(FollowUp followUp) {
    return waiting.find(followUp.debtorId(), followUp.currency()).isPresent();
  }

  void triedInVain(FollowUp followUp, Why why) {
    waiting.tried(followUp.debtorId(), followUp.currency(), why, calendar.now());
  }

  void done(FollowUp followUp) {
    waiting.delete(followUp.debtorId(), followUp.currency());
    tell(followUp.debtorId(), followUp.currency(), "The case follows its accounts again", null);
  }

  private void tell(String debtorId, String currency, String text, @Nullable String data) {
    cases.openOf(debtorId, currency)
        .forEach(open -> timeline.add(open, EntryKind.FOLLOW_UP, Timeline.SYSTEM, text, data));
  }
}
