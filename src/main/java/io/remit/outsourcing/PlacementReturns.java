package io.remit.outsourcing;

import io.remit.cases.BackFromOutside;
import io.remit.cases.BusinessCalendar;
import io.remit.cases.EnteredText;
import io.remit.cases.EntryKind;
import io.remit.cases.InvalidInputException;
import io.remit.cases.Timeline;
import java.util.Locale;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** How placements end: the partner gives the case back, or we recall it. */
@Component
public class PlacementReturns {

  private final PlacementRepository placements;
  private final BusinessCalendar calendar;
  private final Timeline timeline;
  private final ApplicationEventPublisher events;

  PlacementReturns(PlacementRepository placements, BusinessCalendar calendar, Timeline timeline,
      ApplicationEventPublisher events) {
    this.placements = placements;
    this.calendar = calendar;
    this.timeline = timeline;
    this.events = events;
  }

  /** That a placement came back, as the form sends it. */
  public record Returned(Return outcome, @Nullable String note) {
  }

  /** Why a placement comes back. */
  public enum Return {
    RETURNED, RECALLED
  }

  /**
   * Records that a placement came back: the case catches up with what changed meanwhile.
   *
   * @throws InvalidInputException if a field cannot be accepted
   */
  public void comeBack(String caseNumber, Returned returned, String actor) {
    Return reason = returned.outcome();
    EnteredText.note(returned.note());
    placements.end(caseNumber, reason.name(), calendar.now());
    timeline.add(caseNumber, EntryKind.PLACEMENT, actor, "Back from the partner",
        reason.name().toLowerCase(Locale.ROOT));
    events.publishEvent(new BackFromOutside(caseNumber));
  }
}
