package io.remit.outsourcing;

import io.remit.cases.BusinessCalendar;
import io.remit.outsourcing.PlacementRepository.Current;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.springframework.context.ApplicationEventPublisher;
import org.springframework.stereotype.Component;

/** Ends placements: the one place where they do, so that everybody who has to know hears of it. */
@Component
class PlacementEnds {

  private final PlacementRepository placements;
  private final BusinessCalendar calendar;
  private final ApplicationEventPublisher events;

  PlacementEnds(PlacementRepository placements, BusinessCalendar calendar, ApplicationEventPublisher events) {
    this.placements = placements;
    this.calendar = calendar;
    this.events = events;
  }

  /**
   * Ends what is approved or running for a case; what ended already stays as it is.
   *
   * @param reason a word
   * @return whether anything ended
   */
  boolean end(String caseNumber, String reason) {
    return end(caseNumber, reason, null);
  }

  /** @param why in words; null if there is none */
  boolean end(String caseNumber, String reason, @Nullable String why) {
    List<Current> current = placements.current(caseNumber);
    current.forEach(each -> placements.end(each.placementId(), reason, why, calendar.now()));
    current.stream().filter(Current::handedOver).forEach(each ->
        events.publishEvent(new PlacementEnded(each.placementId(), caseNumber, each.partnerId(), reason)));
    return !current.isEmpty();
  }

  /** The partner was given a case whose placement had ended before: it has the data all the same. */
  void endedBefore(long placementId, String caseNumber, String partnerId) {
    events.publishEvent(new PlacementEnded(placementId, caseNumber, partnerId, "STAGE_LEFT"));
  }
}
