package io.remit.hold;

import io.remit.cases.BusinessCalendar;
import io.remit.cases.EntryKind;
import io.remit.cases.MatterProcess;
import io.remit.cases.Timeline;
import io.remit.hold.Hold.Reason;
import java.time.LocalDate;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;

/** Writes down holds by the rules of {@code hold-rules}, and starts their processes. */
@Component
class HoldPlacement {

  private final HoldRepository holds;
  private final HoldPolicy policy;
  private final MatterProcess matters;
  private final BusinessCalendar calendar;
  private final Timeline timeline;

  HoldPlacement(HoldRepository holds, HoldPolicy policy, MatterProcess matters, BusinessCalendar calendar,
      Timeline timeline) {
    this.holds = holds;
    this.policy = policy;
    this.matters = matters;
    this.calendar = calendar;
    this.timeline = timeline;
  }

  Hold put(HoldRequest request) {
    HoldRule rule = policy.ruleOf(request.reason());
    LocalDate from = request.from() == null ? calendar.today() : request.from();
    LocalDate until = rule.endOf(from, request.until());
    LocalDate review = request.reviewOn() == null && request.reason().isReviewed() ? reviewDay(from, until, rule)
        : request.reviewOn();
    long holdId = holds.insert(new Hold(0, request.caseNumber(), request.reason(), rule.effect(), from,
        request.note(), calendar.now(), request.raisedBy(), review, until, null, null,
        request.reason() == Reason.DISPUTE ? review : null, null));
    timeline.add(request.caseNumber(), EntryKind.HOLD, request.raisedBy(),
        rule.effect().stopsAll() ? "Collection is paused" : "No contact by " + channels(rule.effect().stops()),
        request.reason().name());
    if (from.isBefore(calendar.today())) {
      timeline.add(request.caseNumber(), EntryKind.HOLD, request.raisedBy(), "The reason to pause began on " + from,
          null);
    }
    Hold placed = holds.get(holdId);
    if (request.reason().isReviewed()) {
      start(placed);
    }
    return placed;
  }

  /** Starts the process in which a hold is decided, unless it runs. */
  void start(Hold hold) {
    matters.start(hold.key(), modelOf(hold.reason()));
  }

  /** Counted from the beginning of the reason, but not on a day that is over, nor after the end. */
  private LocalDate reviewDay(LocalDate from, @Nullable LocalDate until, HoldRule rule) {
    LocalDate counted = from.plusDays(rule.reviewDays());
    LocalDate ahead = counted.isBefore(calendar.today()) ? calendar.today() : counted;
    return until != null && until.isBefore(ahead) ? until : ahead;
  }

  /** The process in which a hold of this reason is decided. */
  private static String modelOf(Reason reason) {
    return switch (reason) {
      case DISPUTE -> "dispute";
      case HARDSHIP -> "hardship";
      default -> "hold-review";
    };
  }

  private static String channels(String stops) {
    return stops.toLowerCase(Locale.ROOT).replace(",", ", ").replace('_', ' ');
  }
}
